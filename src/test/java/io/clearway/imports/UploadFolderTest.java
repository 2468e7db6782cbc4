package io.clearway.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.imports.UploadFolder.UploadLimits;
import io.clearway.setting.InvalidSetting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFolderTest {
    private static final int SYMBOLIC_LINK = 0120777;

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zip(String name, String content, int mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            if (mode != 0) {
                entry.setUnixMode(mode);
            }
            zip.putArchiveEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void filesOfAnArchiveKeepTheirFoldersAndGoWithTheUpload() throws IOException {
        Path file;
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            upload.add("ort.zip", zip("stadt/ort.net.xml", "<net/>", 0));
            upload.add("ort.rou.xml", text("<routes/>"));
            assertThat(upload.files()).hasSize(2);
            file = upload.files().get(0);
            assertThat(file).endsWith(Path.of("stadt", "ort.net.xml")).hasContent("<net/>");
        }
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.xml", "/etc/out.xml", "a/../../out.xml", ".."})
    void namesThatLeadOutOfAnArchiveAreRefused(String name) throws IOException {
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            InputStream archive = zip(name, "x", 0100644);
            assertThatThrownBy(() -> upload.add("a.zip", archive))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("files: '")
                    .hasMessageContaining("within the upload");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.xml", "/etc/out.xml", "a\\out.xml", ""})
    void namesOfPlainFilesHoldNoFolders(String name) {
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            assertThatThrownBy(() -> upload.add(name, text("x"))).isInstanceOf(InvalidSetting.class);
            assertThat(upload.files()).isEmpty();
        }
    }

    @Test
    void symbolicLinksAreRefused() throws IOException {
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            InputStream archive = zip("link.net.xml", "/etc/passwd", SYMBOLIC_LINK);
            assertThatThrownBy(() -> upload.add("a.zip", archive))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("link.net.xml")
                    .hasMessageContaining("plain files only");
        }
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        try (UploadFolder upload = UploadFolder.create(new UploadLimits(1, 1000))) {
            InputStream bomb = zip("big.net.xml", "x".repeat(1_000_000), 0);
            assertThatThrownBy(() -> upload.add("a.zip", bomb)).hasMessageContaining("at most 1000 bytes");
        }
        try (UploadFolder upload = UploadFolder.create(new UploadLimits(1, 1000))) {
            upload.add("a.xml", text("x"));
            assertThatThrownBy(() -> upload.add("b.xml", text("x"))).hasMessageContaining("at most 1 files");
        }
        try (UploadFolder upload = UploadFolder.create(new UploadLimits(2, 1000))) {
            upload.add("a.xml", text("x"));
            assertThatThrownBy(() -> upload.add("a.xml", text("y"))).hasMessageContaining("each file name once");
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        try (UploadFolder upload = UploadFolder.create(UploadLimits.defaults())) {
            assertThatThrownBy(() -> upload.add("a.zip", text("no archive"))).isInstanceOf(InvalidSetting.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Köln 3.sumocfg, koln-3",
        "city.net.xml.gz, city",
        "map.osm.xml, map",
        "Über_alles (neu).net.xml, uber-alles-neu"
    })
    void scenariosAreCalledAfterTheirFile(String file, String name) {
        assertThat(ScenarioName.after(Path.of(file))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a/b", "..", "a b"})
    void namesThatAreNoPartOfAnAddressAreRefused(String name) {
        assertThatThrownBy(() -> ScenarioName.require(name))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("name: '" + name + "'");
    }

    @Test
    void filesThatDoNotMakeAScenarioAreRefused() {
        List<Path> twoNetworks = List.of(Path.of("a.net.xml"), Path.of("b.net.xml"));
        assertThatThrownBy(() -> SourceFiles.of("files", twoNetworks, Path.of("/")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("give one .sumocfg");
        assertThat(Files.exists(Path.of("a.net.xml"))).isFalse();
    }
}
