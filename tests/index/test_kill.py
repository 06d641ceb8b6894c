from eval.bench.kill import run


def test_a_killed_ingest_leaves_the_old_index_or_the_new_one() -> None:
    outcomes = run(times=6, seed=7)
    assert sum(outcomes.values()) == 6
    assert all(outcome.startswith(("old", "new")) for outcome in outcomes), outcomes
