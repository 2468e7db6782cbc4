{{/* What a schema cannot express: values that contradict each other, each with a hint. */}}
{{- define "clearway.validate" -}}
{{- $v := .Values -}}
{{- if not $v.database.host -}}
{{- fail "database.host: nothing was given; give the host of your PostgreSQL, which this chart does not include" -}}
{{- end -}}
{{- if not $v.database.existingSecret -}}
{{- fail "database.existingSecret: nothing was given; name a secret with the keys username and password (or set database.usernameKey and database.passwordKey)" -}}
{{- end -}}
{{- if eq $v.image.tag "latest" -}}
{{- fail "image.tag: 'latest' cannot be used, since workers of different versions would share a database; give a version" -}}
{{- end -}}
{{- with $v.worker -}}
{{- if and .autoscaling.enabled .keda.enabled -}}
{{- fail "worker.autoscaling and worker.keda: both are enabled, but only one of them can set the number of workers; enable one" -}}
{{- end -}}
{{- if gt (int .autoscaling.minReplicas) (int .autoscaling.maxReplicas) -}}
{{- fail (printf "worker.autoscaling.minReplicas: %d is more than maxReplicas, which is %d; give less" (int .autoscaling.minReplicas) (int .autoscaling.maxReplicas)) -}}
{{- end -}}
{{- if gt (int .keda.minReplicas) (int .keda.maxReplicas) -}}
{{- fail (printf "worker.keda.minReplicas: %d is more than maxReplicas, which is %d; give less" (int .keda.minReplicas) (int .keda.maxReplicas)) -}}
{{- end -}}
{{- if and .autoscaling.enabled (not (dig "requests" "cpu" "" .resources)) -}}
{{- fail "worker.resources.requests.cpu: nothing was given; worker.autoscaling is relative to it; give a quantity, such as 2" -}}
{{- end -}}
{{- end -}}
{{- with $v.ingress -}}
{{- if and .enabled (not .host) -}}
{{- fail "ingress.host: nothing was given; give the host name of the API" -}}
{{- end -}}
{{- if and .enabled (not .tlsSecret) -}}
{{- fail "ingress.tlsSecret: nothing was given; name a secret with a certificate for ingress.host" -}}
{{- end -}}
{{- end -}}
{{- end -}}
