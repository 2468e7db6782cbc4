package io.clearway.shipping;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * One rendered document.
 *
 * @param content all of it, as maps, lists and plain values
 */
record Manifest(Map<String, Object> content) {
    private static final Map<String, Class<?>> MODELS = Map.of(
            "v1/Service", V1Service.class,
            "v1/ServiceAccount", V1ServiceAccount.class,
            "v1/ConfigMap", V1ConfigMap.class,
            "apps/v1/Deployment", V1Deployment.class,
            "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class,
            "networking.k8s.io/v1/Ingress", V1Ingress.class);

    /** Kinds of other makers, of which there are no models here. */
    private static final List<String> FOREIGN = List.of(
            "keda.sh/v1alpha1/ScaledObject",
            "keda.sh/v1alpha1/TriggerAuthentication",
            "monitoring.coreos.com/v1/ServiceMonitor",
            "monitoring.coreos.com/v1/PrometheusRule");

    /** All documents of a stream; a key twice in a map is an error. */
    static List<Manifest> parse(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(strict).loadAll(yaml)) {
            if (document != null) {
                manifests.add(new Manifest(asMap(document)));
            }
        }
        return manifests;
    }

    @SuppressWarnings("unchecked") // keys of YAML maps here are words
    private static Map<String, Object> asMap(Object document) {
        return (Map<String, Object>) document;
    }

    String kind() {
        return String.valueOf(content.get("kind"));
    }

    String type() {
        return content.get("apiVersion") + "/" + kind();
    }

    String name() {
        return String.valueOf(asMap(content.get("metadata")).get("name"));
    }

    boolean isForeign() {
        return FOREIGN.contains(type());
    }

    /** The same as JSON. */
    JsonElement json() {
        return JSON.getGson().toJsonTree(content);
    }

    /** A value deep inside, by keys and indices. */
    Object at(Object... path) {
        Object here = content;
        for (Object step : path) {
            here = step instanceof Integer index
                    ? ((List<?>) here).get(index)
                    : asMap(here).get(String.valueOf(step));
        }
        return here;
    }

    /** As its model, which refuses what it does not know. */
    <T> T as(Class<T> model) {
        return model.cast(strictly());
    }

    /** As the model of its kind. */
    Object strictly() {
        Class<?> model = MODELS.get(type());
        if (model == null) {
            throw new AssertionError("There is no model of " + type());
        }
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json());
        } catch (InvocationTargetException refused) {
            throw new AssertionError("%s %s: %s".formatted(kind(), name(), refused.getCause()), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(model.getName(), impossible);
        }
        return JSON.getGson().fromJson(json(), model);
    }
}
