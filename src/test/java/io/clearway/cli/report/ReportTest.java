package io.clearway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.report.HtmlReport;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportTest {
    private static final String NASTY = "</title><script>alert('&')</script>";

    private static ReportedRun run(String name) {
        List<Episode> episodes = IntStream.range(0, 30)
                .mapToObj(n -> new Episode(
                        n,
                        n < 2 ? "max-pressure" : "learner",
                        720 * (n + 1),
                        Map.of(Metric.TIME_IN_SYSTEM, 600.0 - 5 * n, Metric.MEAN_QUEUE, 2.0)))
                .toList();
        return new ReportedRun(
                name,
                "grid-5x5",
                "dmpo",
                episodes,
                List.of(
                        result("dmpo", 100, 400),
                        result("dmpo", 101, 420),
                        result("dmpo", 102, 440),
                        result("max-pressure", 100, 500),
                        result("max-pressure", 101, 510),
                        result("max-pressure", 102, 550)),
                Map.of("seed", "1"),
                "./clearway train --scenario grid-5x5");
    }

    private static EpisodeResult result(String controller, long seed, double hours, Double... queue) {
        return new EpisodeResult(
                controller,
                seed,
                Map.of(Metric.TIME_IN_SYSTEM, hours),
                new EpisodeDetails(List.of(queue), TravelReport.NONE, Map.of()),
                "SUMO 1.15.0",
                "abc");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Drawing> drawings(Report report) {
        return report.sections().stream()
                .map(Section::drawings)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void theLearnedPolicyIsHeldAgainstEachRuleSeedBySeed() {
        String markdown = MarkdownReport.render(RunReport.of(List.of(run("one"))), "drawings");
        // means of 400 420 440 and of 500 510 550; differences −100 −90 −110, t(2) = 4.303: 4.303 · 10/√3 = 24.8
        assertThat(markdown)
                .contains("| dmpo | 420 ± 50 |")
                .contains("| max-pressure | 520 ± 66 |")
                .contains("| dmpo − max-pressure | -100 ± 25 | 3 |");
    }

    @Test
    void curvesShowTheLearnersEpisodesOnlyAndTheRuleAsALevel() throws Exception {
        Drawing curve = drawings(RunReport.of(List.of(run("one")))).get(0);
        Document svg = parsed(curve.svg());
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(28);
        assertThat(curve.svg()).contains("max-pressure, held-out seeds").contains("stroke-dasharray");
    }

    @Test
    void theQueueOverTimeIsALineThroughTheMeansAndABandFromLeastToMost() throws Exception {
        QueuePlot plot = new QueuePlot();
        plot.add("dmpo", List.of(result("dmpo", 1, 0, 0.0, 4.0), result("dmpo", 2, 0, 2.0, 8.0)));
        plot.add("old", List.of(result("old", 1, 0)));
        Document svg = parsed(plot.render());
        assertThat(svg.getElementsByTagName("polygon").getLength()).isOne();
        double[][] line = points(svg, "polyline");
        double[][] band = points(svg, "polygon");
        // means 1 and 6, from 0 to 2 and from 4 to 8: pixels between bottom and top are in the same ratio
        double pixel = (line[0][1] - line[1][1]) / 5;
        assertThat(band[0][1]).isCloseTo(line[0][1] - pixel, within(0.2));
        assertThat(band[1][1]).isCloseTo(line[1][1] - 2 * pixel, within(0.2));
        assertThat(band[2][1]).isCloseTo(line[1][1] + 2 * pixel, within(0.2));
        assertThat(band[3][1]).isCloseTo(line[0][1] + pixel, within(0.2));
        assertThat(plot.render()).doesNotContain("old");
    }

    private static double[][] points(Document svg, String shape) {
        String points = ((Element) svg.getElementsByTagName(shape).item(0)).getAttribute("points");
        return Stream.of(points.split(" ", -1))
                .map(point -> Stream.of(point.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void aReportOfEpisodesWithoutQueuesHasNoSuchDrawing() {
        assertThat(drawings(RunReport.of(List.of(run("one")))))
                .extracting(Drawing::name)
                .noneMatch(name -> name.contains("queue-over-time"));
    }

    @Test
    void allDrawingsAreSoundXmlAndHaveFilesOfTheirOwnWhateverTheNames() throws Exception {
        List<Drawing> drawings = drawings(RunReport.of(List.of(run(NASTY), run("../../other"))));
        for (Drawing drawing : drawings) {
            assertThat(parsed(drawing.file()).getElementsByTagName("style").getLength())
                    .isOne();
            assertThat(parsed(drawing.svg()).getElementsByTagName("script").getLength())
                    .isZero();
        }
        assertThat(drawings)
                .extracting(Drawing::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void namesCannotBringMarkupIntoThePage() {
        String page = HtmlReport.render(RunReport.of(List.of(run(NASTY))));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void aRunThatWasNotEvaluatedHasItsCurvesAndItsProvenance() {
        var bare = new ReportedRun("bare", "ring", "dppo", run("x").episodes(), List.of(), Map.of("seed", "3"), "");
        Report report = RunReport.of(List.of(bare));
        assertThat(report.sections())
                .extracting(Section::title)
                .containsExactly("Training on ring", "To repeat bare on ring");
        assertThat(drawings(report)).hasSize(2);
    }
}
