"""Stores that several tests share: the real one, built once, and a tiny one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny

from medcheck.build import build_store
from medcheck.dataset import read_dataset
from medcheck.errors import StoreError
from medcheck.store import SHIPPED, Store

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session", autouse=True)
def _nothing_added(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the developer laid over the dataset is none of the tests' business."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDCHECK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("MEDCHECK_OVERLAY", raising=False)
        yield


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of ``data/``: the one beside the package if it is of this dataset, else a new one."""
    try:
        with Store.open() as store:
            if store.info().sha256 == read_dataset(DATA).sha256:
                return Path(SHIPPED)
    except StoreError:
        pass
    path = tmp_path_factory.mktemp("store") / "medcheck.sqlite"
    build_store(DATA, path)
    return path


@pytest.fixture(scope="session")
def store(store_path: Path) -> Iterator[Store]:
    """The store of ``data/``, open."""
    with Store.open(store_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the tiny dataset."""
    directory = tmp_path_factory.mktemp("tiny")
    build_store(tiny.write(directory / "data"), directory / "tiny.sqlite")
    return directory / "tiny.sqlite"


@pytest.fixture
def tiny_store(tiny_path: Path) -> Iterator[Store]:
    """The store of the tiny dataset, open."""
    with Store.open(tiny_path) as opened:
        yield opened
