package io.clearway.sumo.traci;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts as they are sent and received. */
class TraciTextsTest {
    private static final int HEADER_BYTES = 4;

    private static TraciReply reply(String... texts) {
        TraciMessage message = new TraciMessage();
        message.integer(texts.length);
        for (String text : texts) {
            message.text(text);
        }
        byte[] bytes = new byte[message.seal().remaining()];
        message.seal().get(bytes);
        return new TraciReply(bytes, HEADER_BYTES, bytes.length);
    }

    @Test
    void textsAreSentAsUtf8WithTheNumberOfTheirBytes() {
        for (String text : List.of("", "lane_0", "Straße_1", "日本")) {
            TraciMessage message = new TraciMessage();
            ByteBuffer sent = message.text(text).seal();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(sent.getInt(HEADER_BYTES)).isEqualTo(bytes.length);
            byte[] content = new byte[bytes.length];
            sent.get(2 * HEADER_BYTES, content);
            assertThat(content).isEqualTo(bytes);
            assertThat(sent.remaining()).isEqualTo(2 * HEADER_BYTES + bytes.length);
        }
    }

    @Test
    void aLikelyTextIsTakenOnlyWhereItIsThat() throws ProtocolException {
        for (String likely : List.of("lane_0", "lane_1", "lane", "", "lane_00", "läne_0")) {
            TraciReply reply = reply("lane_0");
            reply.integer();
            assertThat(reply.text(likely)).isEqualTo("lane_0");
        }
        String likely = new String("lane_0".toCharArray());
        TraciReply same = reply("lane_0");
        same.integer();
        assertThat(same.text(likely)).isSameAs(likely);
        TraciReply umlaut = reply("läne_0");
        umlaut.integer();
        assertThat(umlaut.text("läne_0")).isEqualTo("läne_0");
    }

    @Test
    void aListTakesWhatItCanOfTheOneBefore() throws ProtocolException {
        List<String> before = reply("a", "b", "c", "d", "e").texts(List.of());
        // b and c have gone, x and f have come
        List<String> now = reply("a", "x", "d", "e", "f").texts(before);
        assertThat(now).containsExactly("a", "x", "d", "e", "f");
        assertThat(now.get(0)).isSameAs(before.get(0));
        List<String> then = reply("a", "d", "e", "f").texts(now);
        assertThat(then).containsExactly("a", "d", "e", "f");
        for (int i = 1; i < then.size(); i++) {
            assertThat(then.get(i)).as("one has gone").isSameAs(now.get(i + 1));
        }
        assertThat(reply().texts(then)).isEmpty();
        assertThat(reply("g", "", "a").texts(then)).containsExactly("g", "", "a");
    }
}
