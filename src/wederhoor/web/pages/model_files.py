"""Models taken along as files of other tools: what is drawn on their pages, with the words that it rests on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.exchange.models.writing import MODEL_WRITERS, ModelForm
from wederhoor.records import Model
from wederhoor.web.ask import REFUSALS, Asked, Number
from wederhoor.web.compared import compared
from wederhoor.web.comparison import NO_MODEL
from wederhoor.web.models import speaker_models
from wederhoor.web.queries import speaker_of

router = APIRouter(tags=["model"])
Form = Annotated[ModelForm, Query(alias="format", description="The form of the tool that is to read it.")]


@router.get("/accounts/{number}/model/file", response_class=Response, responses=REFUSALS)
def model_file(ask: Asked, number: Number, form: Form = "graphml") -> Response:
    """The model of an account for another tool."""
    with ask.store.reading() as db:
        speaker = speaker_of(db, number)
        [model] = speaker_models(db, [speaker])
    return _sent(model, form, f"model-{speaker.id}")


@router.get("/model/file", response_class=Response, responses=REFUSALS)
def merged_file(ask: Asked, form: Form = "graphml") -> Response:
    """The model of all accounts together for another tool."""
    with ask.store.reading() as db:
        found = compared(ask, db)
    return _sent((found.model if found else NO_MODEL).model, form, "model")


def _sent(model: Model, form: ModelForm, name: str) -> Response:
    writer = MODEL_WRITERS[form]
    headers = {"content-disposition": f'attachment; filename="{name}.{writer.suffix}"'}
    return Response(writer.write(model).encode(), media_type=f"{writer.media}; charset=utf-8", headers=headers)
