package io.clearway.runs.web;

import io.clearway.report.HtmlReport;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.BeforeAfterReport;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Comparisons as files to be kept. */
public final class ReportDownload {
    private ReportDownload() {}

    /**
     * The report as one HTML page that needs nothing beside it. It is downloaded, not shown: the service's content
     * security policy would forbid its style.
     *
     * @param name of the file, without its ending
     */
    public static ResponseEntity<byte[]> html(String name, BeforeAfter comparison) {
        return file(name + ".html", "html", HtmlReport.render(BeforeAfterReport.of(comparison)));
    }

    /** All measures as CSV. */
    public static ResponseEntity<byte[]> csv(String name, BeforeAfter comparison) {
        return file(name + ".csv", "csv", BeforeAfterReport.csv(comparison));
    }

    private static ResponseEntity<byte[]> file(String name, String type, String content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", type, StandardCharsets.UTF_8))
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
