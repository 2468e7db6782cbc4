{{/* What all pods share; the restricted Pod Security Standard. */}}
{{- define "clearway.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "clearway.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "clearway.mounts" -}}
volumeMounts:
  - name: data
    mountPath: /data
  - name: tmp
    mountPath: /tmp
{{- end -}}

{{- define "clearway.volumes" -}}
volumes:
  - name: data
    emptyDir:
      sizeLimit: {{ .data }}
  - name: tmp
    emptyDir:
      sizeLimit: {{ .tmp }}
{{- end -}}

{{- define "clearway.databaseEnv" -}}
{{- with .Values.database -}}
- name: SPRING_DATASOURCE_URL
  value: {{ printf "jdbc:postgresql://%s:%d/%s?sslmode=%s" .host (int .port) .name .sslMode | quote }}
- name: SPRING_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .usernameKey }}
- name: SPRING_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .passwordKey }}
- name: SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE
  value: {{ .connectionsPerPod | quote }}
{{- end -}}
{{- end -}}

{{- define "clearway.probes" -}}
startupProbe:
  httpGet: {path: /actuator/health/liveness, port: http}
  periodSeconds: 3
  timeoutSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /actuator/health/liveness, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /actuator/health/readiness, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
{{- end -}}

{{- define "clearway.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Migrates the database to this version before the pod's main container starts; safe to run concurrently. */}}
{{- define "clearway.migration" -}}
{{- if .root.Values.migration.enabled -}}
initContainers:
  - name: migration
    image: {{ .image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: [migrate]
    env:
      {{- include "clearway.databaseEnv" .root | nindent 6 }}
    resources:
      requests: {cpu: 250m, memory: 512Mi}
      limits: {memory: 512Mi}
    {{- include "clearway.containerSecurity" . | nindent 4 }}
    {{- include "clearway.mounts" . | nindent 4 }}
{{- end -}}
{{- end -}}
