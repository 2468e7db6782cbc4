package io.clearway.deployments.web;

import io.clearway.deployments.Bindings;
import io.clearway.deployments.LiveFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Download of the files with which a scenario's simulation is run by hand. */
@RestController
@Tag(name = "Deployments")
class LiveFilesController {
    private final Bindings bindings;
    private final LiveFiles files;

    LiveFilesController(Bindings bindings, LiveFiles files) {
        this.bindings = bindings;
        this.files = files;
    }

    @GetMapping(path = "/api/v1/scenarios/{name}/live.zip", produces = "application/zip")
    @Operation(
            summary = "Network, demand, detectors and configuration of a scenario",
            description = "Unpack it and start: sumo -c clearway.sumocfg --remote-port 9999 --num-clients 1")
    ResponseEntity<byte[]> liveFiles(
            @PathVariable String name,
            @Parameter(description = "Seed of demand and driver behavior") @RequestParam(defaultValue = "1") long seed)
            throws IOException {
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(name + "-live.zip").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(files.zip(bindings.scenario(name), seed));
    }
}
