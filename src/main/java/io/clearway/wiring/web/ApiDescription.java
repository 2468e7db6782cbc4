package io.clearway.wiring.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all operations of the REST API have in common. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Clearway")
                        .description("Trains networked agents that control traffic in SUMO, and deploys them.")
                        .version("v1")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer problems() {
        return (operation, method) -> {
            operation
                    .getResponses()
                    .addApiResponse("4XX", problem("The request cannot be handled; the problem says why"));
            operation.getResponses().addApiResponse("5XX", problem("The service failed"));
            return operation;
        };
    }

    private static ApiResponse problem(String description) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details as RFC 9457 has them")
                .addProperty("type", new StringSchema().format("uri").description("Kind of the problem"))
                .addProperty("title", new StringSchema().description("The kind in words"))
                .addProperty("status", new IntegerSchema().description("HTTP status"))
                .addProperty("detail", new StringSchema().description("What happened this time"))
                .addProperty("instance", new StringSchema().format("uri").description("Address of the request"))
                .addProperty("field", new StringSchema().description("What it is about"))
                .addProperty("value", new StringSchema().description("What was given"))
                .addProperty("hint", new StringSchema().description("What to do"));
    }
}
