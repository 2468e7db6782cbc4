#!/bin/bash
# Creates the login with which Grafana reads results, when PostgreSQL initializes its database.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$CLEARWAY_READER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role clearway_reader nologin;
create role grafana login password :'password' in role clearway_reader;
SQL
