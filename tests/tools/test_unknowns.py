"""What nobody knows, counted."""

import unknowns

from registry.catalogue import bundled


def test_models_that_are_gone_don_t_count(five):
    found = {model.id for model in unknowns.living(five, "talk", "2026-10-01")}
    assert "scribe-1" not in found
    assert "scribe-2-2026-02-01" in found


def test_a_parameter_is_unknown_where_no_fact_says_what_is_taken(five):
    models = unknowns.living(five, "talk", "2026-10-01")
    counts = unknowns.unknown(five, models, "talk")
    assert counts
    for name, ids in counts.items():
        for model in models:
            found = model.parameter(name, "talk")
            assert (model.id in ids) == (found is None or found.accepts is None)


def test_what_an_endpoint_has_no_place_for_is_not_asked():
    models = unknowns.living(bundled(), "responses", "2026-11-24")
    assert "logit_bias" not in unknowns.unknown(bundled(), models, "responses")


def test_the_least_known_stands_first():
    many = [str(number) for number in range(8)]
    assert list(unknowns.table({"a": [], "b": many, "c": ["x"]})) == [
        "    8  b                       0, 1, 2, 3, 4, 5 and 2 more",
        "    1  c                       x",
        "    0  a",
    ]
