from server.metrics import Metrics


def test_counters_and_histograms_read_as_prometheus_wants() -> None:
    metrics = Metrics()
    metrics.count("asked_total", status="200", route='/a"b')
    metrics.count("asked_total", status="200", route='/a"b')
    metrics.observe("asked_seconds", 0.03, route="/a")
    metrics.observe("asked_seconds", 99, route="/a")
    lines = metrics.text({"ready": 1.0}).splitlines()
    assert lines[:3] == [
        "# TYPE asked_total counter",
        'asked_total{route="/a\\"b",status="200"} 2',
        "# TYPE asked_seconds histogram",
    ]
    assert 'asked_seconds_bucket{route="/a",le="0.025"} 0' in lines
    assert 'asked_seconds_bucket{route="/a",le="0.05"} 1' in lines
    assert 'asked_seconds_bucket{route="/a",le="30.0"} 1' in lines
    assert 'asked_seconds_bucket{route="/a",le="+Inf"} 2' in lines
    assert 'asked_seconds_count{route="/a"} 2' in lines
    assert lines[-2:] == ["# TYPE ready gauge", "ready 1"]
