"""No test here may fail because the machine is busy; how long things take is for the benchmarks."""

from hypothesis import HealthCheck, settings

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.load_profile("calm")
