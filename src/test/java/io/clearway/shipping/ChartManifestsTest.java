package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;

/** Whether the parts of the rendered chart fit each other and the service. */
class ChartManifestsTest {
    private static final String MINIMAL = "minimal-values.yaml";
    private static final String FULL = "full-values.yaml";
    private static final String KEDA = "keda-values.yaml";

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void everySelectorTakesThePodsItIsMeantFor(String file) {
        Chart chart = Chart.render(file);
        for (V1Deployment deployment : chart.all(V1Deployment.class, "Deployment")) {
            assertThat(chart.selected(deployment.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(deployment.getMetadata().getName());
        }
        for (V1Service service : chart.all(V1Service.class, "Service")) {
            assertThat(chart.selected(service.getSpec().getSelector()))
                    .containsExactly(service.getMetadata().getName());
        }
        for (V1PodDisruptionBudget budget : chart.all(V1PodDisruptionBudget.class, "PodDisruptionBudget")) {
            assertThat(chart.selected(budget.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(budget.getMetadata().getName());
        }
        for (V1NetworkPolicy policy : chart.all(V1NetworkPolicy.class, "NetworkPolicy")) {
            assertThat(chart.selected(policy.getSpec().getPodSelector().getMatchLabels()))
                    .containsExactly(policy.getMetadata().getName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void everyPortThatIsNamedIsOpen(String file) {
        Chart chart = Chart.render(file);
        chart.pods().values().stream().map(ChartManifestsTest::container).forEach(container -> {
            for (V1Probe probe : probes(container)) {
                assertThat(ports(container))
                        .contains(probe.getHttpGet().getPort().getStrValue());
            }
        });
        for (V1Service service : chart.all(V1Service.class, "Service")) {
            assertThat(ports(container(chart, service.getMetadata().getName())))
                    .contains(
                            service.getSpec().getPorts().get(0).getTargetPort().getStrValue());
        }
        for (V1NetworkPolicy policy : chart.all(V1NetworkPolicy.class, "NetworkPolicy")) {
            V1Container container = container(chart, policy.getMetadata().getName());
            Stream.ofNullable(policy.getSpec().getIngress())
                    .flatMap(List::stream)
                    .flatMap(rule -> rule.getPorts().stream())
                    .forEach(port ->
                            assertThat(ports(container)).contains(port.getPort().getStrValue()));
        }
        for (V1Deployment deployment : chart.all(V1Deployment.class, "Deployment")) {
            V1Container container = container(deployment.getSpec().getTemplate());
            assertThat(environment(container).get("SERVER_PORT"))
                    .isEqualTo(String.valueOf(container.getPorts().get(0).getContainerPort()));
        }
    }

    @Test
    void theIngressLeadsToTheApiByTls() {
        Chart chart = Chart.render(FULL);
        V1Ingress ingress = chart.all(V1Ingress.class, "Ingress").get(0);
        var rule = ingress.getSpec().getRules().get(0);
        var backend = rule.getHttp().getPaths().get(0).getBackend().getService();
        V1Service service = chart.all(V1Service.class, "Service").stream()
                .filter(one -> Objects.equals(one.getMetadata().getName(), backend.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(chart.selected(service.getSpec().getSelector())).containsExactly("traffic-api");
        assertThat(service.getSpec().getPorts().get(0).getName())
                .isEqualTo(backend.getPort().getName());
        assertThat(ingress.getSpec().getTls().get(0).getHosts()).containsExactly(rule.getHost());
        assertThat(ingress.getSpec().getTls().get(0).getSecretName()).isEqualTo("clearway-tls");
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void whatIsMountedIsThereAndCoversWhatTheImageWrites(String file) {
        Chart.render(file).pods().values().forEach(pod -> {
            for (V1Container container : containers(pod)) {
                List<V1VolumeMount> mounts = container.getVolumeMounts();
                assertThat(pod.getSpec().getVolumes())
                        .extracting(V1Volume::getName)
                        .containsExactlyInAnyOrderElementsOf(
                                mounts.stream().map(V1VolumeMount::getName).toList());
                assertThat(mounts).extracting(V1VolumeMount::getMountPath).containsExactlyInAnyOrder("/data", "/tmp");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void everyPodMeetsTheRestrictedStandard(String file) {
        Chart.render(file).pods().values().forEach(pod -> {
            V1PodSpec spec = pod.getSpec();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(10001);
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(spec.getAutomountServiceAccountToken()).isFalse();
            assertThat(spec.getHostNetwork()).isNull();
            assertThat(containers(pod))
                    .extracting(V1Container::getSecurityContext)
                    .allSatisfy(container -> {
                        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
                        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
                        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
                        assertThat(container.getCapabilities().getAdd()).isNullOrEmpty();
                    });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void theGracePeriodCoversTheDrain(String file) {
        Chart chart = Chart.render(file);
        V1PodSpec worker = chart.deployment("-worker").getSpec().getTemplate().getSpec();
        Map<String, String> environment = environment(worker.getContainers().get(0));
        Duration drain = duration(environment.get("CLEARWAY_WORKER_SHUTDOWNGRACE"));
        Duration queue = duration(environment.get("DBSCHEDULER_SHUTDOWNMAXWAIT"));
        assertThat(queue).isGreaterThan(drain);
        Duration rest = duration(ServiceSettingNames.ofApplication("spring.lifecycle.timeout-per-shutdown-phase"));
        assertThat(Duration.ofSeconds(worker.getTerminationGracePeriodSeconds()))
                .isGreaterThanOrEqualTo(queue.plus(rest).plus(Duration.ofSeconds(15)));
        V1PodSpec api = chart.deployment("-api").getSpec().getTemplate().getSpec();
        Duration leave = Duration.ofSeconds(Long.parseLong(api.getContainers()
                .get(0)
                .getLifecycle()
                .getPreStop()
                .getExec()
                .getCommand()
                .get(1)));
        assertThat(Duration.ofSeconds(api.getTerminationGracePeriodSeconds()))
                .isGreaterThanOrEqualTo(leave.plus(rest).plus(Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void everyVariableIsOneThatTheServiceKnows(String file) {
        Chart.render(file).pods().values().stream()
                .flatMap(pod -> containers(pod).stream())
                .flatMap(container -> container.getEnv().stream())
                .map(V1EnvVar::getName)
                .forEach(name -> assertThat(ServiceSettingNames.known()).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void theDatabaseIsReachedAlikeByAllWithTheSecretThatWasNamed(String file) {
        Chart chart = Chart.render(file);
        List<V1Container> containers = chart.pods().values().stream()
                .flatMap(pod -> containers(pod).stream())
                .toList();
        assertThat(containers)
                .extracting(container -> environment(container).get("SPRING_DATASOURCE_URL"))
                .containsOnly(
                        file.equals(FULL)
                                ? "jdbc:postgresql://postgres.data:6432/traffic?sslmode=verify-full"
                                : "jdbc:postgresql://postgres.example.org:5432/clearway?sslmode=require");
        assertThat(containers)
                .allSatisfy(container -> assertThat(container.getEnv())
                        .filteredOn(variable -> variable.getValueFrom() != null)
                        .extracting(variable -> variable.getName() + " "
                                + variable.getValueFrom().getSecretKeyRef().getName() + "/"
                                + variable.getValueFrom().getSecretKeyRef().getKey())
                        .containsExactly(
                                file.equals(FULL)
                                        ? new String[] {
                                            "SPRING_DATASOURCE_USERNAME traffic-database/user",
                                            "SPRING_DATASOURCE_PASSWORD traffic-database/pass"
                                        }
                                        : new String[] {
                                            "SPRING_DATASOURCE_USERNAME clearway-database/username",
                                            "SPRING_DATASOURCE_PASSWORD clearway-database/password"
                                        }));
    }

    @Test
    void imagesHaveOneVersionAndTheRightContent() {
        assertThat(images(MINIMAL))
                .isEqualTo(Map.of(
                        "clearway-api", "clearway-api:0.1.0",
                        "clearway-worker", "clearway-worker:0.1.0"));
        assertThat(images(FULL))
                .as("with a simulator the API takes the worker's image")
                .isEqualTo(Map.of(
                        "traffic-api", "registry.example.org/team/clearway-worker:1.2.3",
                        "traffic-worker", "registry.example.org/team/clearway-worker:1.2.3"));
    }

    private static Map<String, String> images(String file) {
        Map<String, String> images = new TreeMap<>();
        Chart.render(file)
                .pods()
                .forEach((name, pod) -> images.put(name, container(pod).getImage()));
        return images;
    }

    @Test
    void rolesAndCommandsAreThoseOfTheProgram() {
        Chart chart = Chart.render(MINIMAL);
        assertThat(environment(container(chart, "clearway-api"))).containsEntry("CLEARWAY_ROLE", "api");
        assertThat(environment(container(chart, "clearway-worker"))).containsEntry("CLEARWAY_ROLE", "worker");
        assertThat(container(chart, "clearway-api").getArgs()).containsExactly("serve");
        assertThat(container(chart, "clearway-worker").getArgs()).containsExactly("serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL})
    void theDatabaseIsMigratedBeforeAPodStarts(String file) {
        Chart.render(file).pods().values().forEach(pod -> {
            V1Container migration = pod.getSpec().getInitContainers().get(0);
            assertThat(migration.getArgs()).containsExactly("migrate");
            assertThat(migration.getImage())
                    .as("the version that is about to start")
                    .isEqualTo(container(pod).getImage());
        });
        assertThat(Chart.render(KEDA).pods().values())
                .allSatisfy(pod -> assertThat(pod.getSpec().getInitContainers()).isNullOrEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {FULL, KEDA})
    void whoeverScalesTheWorkersIsNotFoughtByTheirDeployment(String file) {
        Chart chart = Chart.render(file);
        assertThat(chart.deployment("-worker").getSpec().getReplicas()).isNull();
        Manifest scaler = Stream.concat(
                        chart.all("HorizontalPodAutoscaler").stream(), chart.all("ScaledObject").stream())
                .findFirst()
                .orElseThrow();
        assertThat(scaler.at("spec", "scaleTargetRef", "kind")).isEqualTo("Deployment");
        assertThat(scaler.at("spec", "scaleTargetRef", "name"))
                .isEqualTo(chart.deployment("-worker").getMetadata().getName());
        assertThat(Chart.render(MINIMAL).deployment("-worker").getSpec().getReplicas())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {MINIMAL, FULL, KEDA})
    void accountsThatAreNamedAreMade(String file) {
        Chart chart = Chart.render(file);
        List<String> made =
                chart.all("ServiceAccount").stream().map(Manifest::name).toList();
        chart.all(V1Deployment.class, "Deployment")
                .forEach(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                        .isEqualTo(made.isEmpty() ? "default" : made.get(0)));
    }

    private static Duration duration(String text) {
        return DurationStyle.detectAndParse(text);
    }

    /** All of a pod, those that run before its own included. */
    private static List<V1Container> containers(V1PodTemplateSpec pod) {
        return Stream.concat(
                        Stream.ofNullable(pod.getSpec().getInitContainers()).flatMap(List::stream),
                        pod.getSpec().getContainers().stream())
                .toList();
    }

    private static V1Container container(V1PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().get(0);
    }

    private static V1Container container(Chart chart, String owner) {
        return container(Objects.requireNonNull(chart.pods().get(owner), owner));
    }

    private static List<String> ports(V1Container container) {
        return Stream.ofNullable(container.getPorts())
                .flatMap(List::stream)
                .map(V1ContainerPort::getName)
                .toList();
    }

    private static List<V1Probe> probes(V1Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Variables with a plain value. */
    private static Map<String, String> environment(V1Container container) {
        Map<String, String> environment = new HashMap<>();
        container.getEnv().forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        return environment;
    }
}
