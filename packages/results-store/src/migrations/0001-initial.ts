import type { Migration } from './migration.ts'

/** The tables and views that other work relies on. Times are UTC. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  sql: `
CREATE TABLE runs (
  run_id UUID PRIMARY KEY,
  started_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  state VARCHAR NOT NULL,
  command VARCHAR NOT NULL,
  vitest_version VARCHAR NOT NULL,
  node_version VARCHAR NOT NULL,
  git_commit VARCHAR,
  git_branch VARCHAR,
  git_dirty BOOLEAN,
  is_ci BOOLEAN NOT NULL
);
CREATE TABLE hardware_profiles (
  hardware_profile_id UUID PRIMARY KEY,
  backend VARCHAR NOT NULL,
  device VARCHAR NOT NULL,
  device_kind VARCHAR NOT NULL,
  is_software_device BOOLEAN NOT NULL,
  driver VARCHAR,
  runtime VARCHAR NOT NULL,
  runtime_version VARCHAR NOT NULL,
  runtime_build VARCHAR,
  os VARCHAR NOT NULL,
  os_release VARCHAR NOT NULL,
  arch VARCHAR NOT NULL,
  cpu_model VARCHAR NOT NULL,
  cores INTEGER NOT NULL,
  memory_bytes BIGINT NOT NULL,
  host VARCHAR NOT NULL
);
CREATE TABLE tests (
  test_id UUID PRIMARY KEY,
  file VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  model VARCHAR,
  model_type VARCHAR,
  family VARCHAR,
  task VARCHAR
);
CREATE TABLE test_results (
  test_result_id UUID PRIMARY KEY,
  run_id UUID NOT NULL,
  test_id UUID NOT NULL,
  hardware_profile_id UUID,
  project VARCHAR NOT NULL,
  backend VARCHAR,
  state VARCHAR NOT NULL,
  reason VARCHAR,
  started_at TIMESTAMP NOT NULL,
  duration_ms DOUBLE NOT NULL,
  retries INTEGER NOT NULL,
  provenance VARCHAR NOT NULL
);
CREATE TABLE measurements (
  measurement_id UUID PRIMARY KEY,
  run_id UUID NOT NULL,
  test_id UUID NOT NULL,
  hardware_profile_id UUID NOT NULL,
  metric VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  direction VARCHAR NOT NULL,
  batch_size INTEGER,
  "precision" VARCHAR,
  samples DOUBLE[] NOT NULL,
  warmup DOUBLE[] NOT NULL,
  provenance VARCHAR NOT NULL,
  taken_at TIMESTAMP NOT NULL
);
CREATE TABLE comparisons (
  comparison_id UUID PRIMARY KEY,
  measurement_id UUID NOT NULL,
  run_id UUID NOT NULL,
  verdict VARCHAR NOT NULL,
  ratio DOUBLE,
  ci_low DOUBLE,
  ci_high DOUBLE,
  p_value DOUBLE,
  baseline_runs INTEGER NOT NULL,
  baseline_samples INTEGER NOT NULL,
  samples INTEGER NOT NULL,
  minimum_detectable_change DOUBLE,
  explanation VARCHAR NOT NULL
);
CREATE TABLE change_points (
  change_point_id UUID PRIMARY KEY,
  test_id UUID NOT NULL,
  hardware_profile_id UUID NOT NULL,
  metric VARCHAR NOT NULL,
  batch_size INTEGER,
  "precision" VARCHAR,
  run_id UUID NOT NULL,
  ratio DOUBLE NOT NULL,
  detected_at TIMESTAMP NOT NULL
);
CREATE TABLE model_types (
  model_type VARCHAR PRIMARY KEY,
  family VARCHAR NOT NULL,
  first_seen_at TIMESTAMP NOT NULL
);

CREATE VIEW compatibility_matrix AS
SELECT t.model, t.model_type, t.family, t.task, r.backend, r.hardware_profile_id, r.state, r.reason, r.run_id, r.started_at AS tested_at
FROM test_results r JOIN tests t USING (test_id)
WHERE t.model IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY r.test_id, r.backend, r.hardware_profile_id ORDER BY r.started_at DESC, r.test_result_id DESC) = 1;

CREATE VIEW latest_measurements AS
SELECT * FROM measurements
QUALIFY row_number() OVER (
  PARTITION BY test_id, hardware_profile_id, metric, batch_size, "precision", provenance ORDER BY taken_at DESC, measurement_id DESC
) = 1;

CREATE VIEW series AS
SELECT m.test_id, m.hardware_profile_id, m.metric, m.batch_size, m."precision", m.unit, m.direction, m.provenance,
  t.file, t.name, t.model, t.model_type, h.backend, h.device,
  m.run_id, m.measurement_id, m.taken_at, list_aggregate(m.samples, 'median') AS median, len(m.samples) AS n, m.samples
FROM measurements m JOIN tests t USING (test_id) JOIN hardware_profiles h USING (hardware_profile_id);
`,
}
