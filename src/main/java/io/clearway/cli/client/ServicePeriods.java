package io.clearway.cli.client;

import io.clearway.setting.InvalidSetting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Two periods of live traffic of a service's deployments, as the service compares them. */
public final class ServicePeriods {
    private final ServiceClient client;
    private final String path;
    private final String query;

    /**
     * @param deployments one, or two where the second period is of another
     * @param before begin and end in seconds of simulated time, such as {@code 0-3600}
     * @param after the same of the second period
     * @throws InvalidSetting where there are more deployments, or one is no id
     */
    public ServicePeriods(ServiceClient client, List<String> deployments, String before, String after) {
        if (deployments.size() > 2) {
            throw new InvalidSetting(
                    "DEPLOYMENT", String.join(" ", deployments), "give one deployment, or two, one for each period");
        }
        List<UUID> ids = deployments.stream().map(ServicePeriods::id).toList();
        this.client = client;
        this.path = "/api/v1/deployments/%s/before-after".formatted(ids.get(0));
        this.query = "?before=%s&after=%s&other=%s".formatted(encoded(before), encoded(after), ids.get(ids.size() - 1));
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException none) {
            throw new InvalidSetting(
                    "DEPLOYMENT", given, "give the id of a deployment, as GET /api/v1/deployments lists them");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was found in a sentence. */
    public String conclusion() {
        return client.get(path + query).path("conclusion").asString();
    }

    /** The report as an HTML page. */
    public String page() {
        return client.text(path + ".html" + query);
    }

    /** All measures as CSV. */
    public String table() {
        return client.text(path + ".csv" + query);
    }
}
