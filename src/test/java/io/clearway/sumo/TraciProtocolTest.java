package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.VehicleState;
import io.clearway.sumo.process.TimeLimits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client against a server that says what real SUMOs do not, or not yet. Replies are written in hexadecimal. */
class TraciProtocolTest {
    private static final TimeLimits SHORT = new TimeLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(60));
    private static final SubscriptionSpec LANE = new SubscriptionSpec(List.of(), List.of("a"), List.of(), List.of());
    private static final String STEPPED = status(0x02);
    // vehicles 3, halting 2
    private static final String LANE_VALUES = "00000001 61 02  10 00 09 00000003  14 00 09 00000002";
    private static final String RUNNING =
            "00000000 01  00 00 0e 00000004 00000001 61 00000001 62 00000001 63 00000001 64";
    // 5 s, departed 7, arrived 5, teleported 1, collided 0, pending "ab" and "abc"
    private static final String COUNTS = "00000000 06  66 00 0b 4014000000000000  73 00 09 00000007  79 00 09 00000005"
            + "  75 00 09 00000001  80 00 09 00000000  94 00 0e 00000002 00000002 6162 00000003 616263";

    // the same at 6 s
    private static final String LATER = COUNTS.replace("4014", "4018");

    private final Deque<byte[]> replies = new ConcurrentLinkedDeque<>();
    private ServerSocket server;
    private Thread serving;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        serving = new Thread(this::answer, "fake SUMO");
        serving.start();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        server.close();
        serving.join();
    }

    private void answer() {
        try (Socket client = server.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                in.readNBytes(in.readInt() - 4);
                byte[] reply = replies.poll();
                if (reply != null) {
                    out.write(reply);
                }
            }
        } catch (IOException clientGone) {
            // the test is over
        }
    }

    @Test
    void valuesArriveWhateverTheOrderAndFormOfTheAnswers() {
        try (TrafficSimulation simulation = attachAndWatch()) {
            reply(STEPPED, "00000003", longFrame(0xEB, COUNTS), frame(0xE4, RUNNING), longFrame(0xE3, LANE_VALUES));
            assertReadings(simulation.advance(Map.of(), 5), 5);
            reply(STEPPED, "00000003", frame(0xE3, LANE_VALUES), longFrame(0xE4, RUNNING), frame(0xEB, LATER));
            assertReadings(simulation.advance(Map.of(), 6), 6);
        }
    }

    @Test
    void unknownVariablesTypesAndAnswersArePassedOver() {
        String moreVariables = "00000001 61 07  10 00 09 00000003  14 00 09 00000002"
                + "  e0 00 0b 4014000000000000  e1 00 0f 00000002 0c 00000001 78 06 02" + "00".repeat(32)
                + "  e2 00 10 00000001 4014000000000000  e3 00 11 01020304  e4 00 55 0102030405060708";
        try (TrafficSimulation simulation = attachAndWatch()) {
            reply(
                    STEPPED,
                    "00000005",
                    frame(0xE9, "00000001 78 01 33 00 77 0102"),
                    longFrame(0xE3, moreVariables),
                    frame(0xE3, "00000005 6f74686572 01 10 00 09 00000009"),
                    frame(0xE4, RUNNING),
                    longFrame(0xEB, COUNTS));
            assertReadings(simulation.advance(Map.of(), 5), 5);
            reply(STEPPED, "00000003", frame(0xE3, LANE_VALUES), frame(0xE4, RUNNING), frame(0xEB, LATER));
            assertReadings(simulation.advance(Map.of(), 6), 6);
        }
    }

    @Test
    void missingValuesAreNotMadeUp() {
        try (TrafficSimulation simulation = attachAndWatch()) {
            reply(STEPPED, "00000002", frame(0xE4, RUNNING), longFrame(0xEB, COUNTS));
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5)).hasMessageContaining("7 of 9 values");
            reply(STEPPED, "00000003", frame(0xE3, LANE_VALUES), frame(0xE4, RUNNING), frame(0xEB, LATER));
            assertReadings(simulation.advance(Map.of(), 6), 6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // speed of a vehicle that is carried elsewhere: −2^30; a vehicle of which nothing is said
        "c1d0000000000000, off the road",
        "'', not in the network any more"
    })
    void aWatchedVehicleThatIsNotOnTheRoadIsNamed(String speed, String expected) {
        String driving = "00000001 76 03  40 00 0b 4014000000000000  51 00 0c 00000001 61  56 00 0b 4000000000000000";
        reply(status(0x00), frame(0x00, "00000014 00000004 53554d4f"));
        reply(
                status(0xD4),
                longFrame(0xE4, driving),
                status(0xD4),
                frame(0xE4, RUNNING),
                status(0xDB),
                frame(0xEB, COUNTS.replace("4014", "0000")));
        try (TrafficSimulation simulation = simulator().attach(address())) {
            Readings before = simulation.subscribe(SubscriptionSpec.ofVehicles(List.of("v")));
            assertThat(before.vehicle(0)).isEqualTo(new VehicleState("a", 2, 5));
            if (speed.isEmpty()) {
                reply(STEPPED, "00000002", frame(0xE4, RUNNING), longFrame(0xEB, COUNTS));
            } else {
                String carried = driving.replace("4014000000000000", speed);
                reply(STEPPED, "00000003", longFrame(0xE4, carried), frame(0xE4, RUNNING), frame(0xEB, COUNTS));
            }
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("Vehicle 'v'")
                    .hasMessageContaining(expected);
        }
    }

    @Test
    void refusedStepGivesItsWords() {
        try (TrafficSimulation simulation = attachAndWatch()) {
            reply(frame(0x02, "ff 00000004 6f6f7073"));
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("oops");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // a command longer than its message, shorter than itself, of negative length
        "20 02 00 00000000 00000000, a command of length 32",
        "01 02 00 00000000 00000000, a command of length 1",
        "00 ffffff00 02 00 00000000, a command of length -256",
        // a text longer than its command; a longer list than there is room for
        "07 02 00 00000063 00000000, a length of 99",
        "07 02 00 00000000 7fffffff, a length of 2147483647",
        "07 02 00 00000000 ffffffff, a length of -1",
        // the reply to another command; more replies than commands; nothing at all
        "07 7f 00 00000000, a reply to command 0x7f",
        "07 02 00 00000000 00000000 07 02 00 00000000, more replies than commands",
        "'', 1 bytes where 0 are left"
    })
    void oddLengthsCloseTheConnection(String odd, String expected) {
        try (TrafficSimulation simulation = attachAndWatch()) {
            reply(odd);
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining(expected);
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5)).hasMessageContaining("closed");
        }
    }

    @Test
    void cutOffMessageEndsWithTheTimeLimit() {
        try (TrafficSimulation simulation = attachAndWatch()) {
            replies.add(HexFormat.of().parseHex("000000400702"));
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("no answer within the time limit");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "48545450, this is no TraCI server",
        "00000003, a message of length 3",
        "80000000, this is no TraCI server"
    })
    void messageOfImpossibleLengthIsNoTraci(String start, String expected) {
        try (TrafficSimulation simulation = attachAndWatch()) {
            replies.add(HexFormat.of().parseHex(start));
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5)).hasMessageContaining(expected);
        }
    }

    @Test
    void simulatorTooOldForUsIsNamed() {
        reply(status(0x00), frame(0x00, "00000011 00000004 53554d4f"));
        assertThatThrownBy(() -> simulator().attach(address()))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("SUMO implements version 17 of TraCI");
    }

    @Test
    void simulatorNewerThanAllWeKnowIsWelcome() {
        reply(status(0x00), frame(0x00, "000003e7 00000005 53554d4f39"));
        try (TrafficSimulation simulation = simulator().attach(address())) {
            assertThat(simulation.version()).isEqualTo("SUMO9");
        }
    }

    private static void assertReadings(Readings readings, double seconds) {
        assertThat(readings.seconds()).isEqualTo(seconds);
        assertThat(readings.vehiclesOnLane(0)).isEqualTo(3);
        assertThat(readings.haltingOnLane(0)).isEqualTo(2);
        assertThat(readings.counts()).isEqualTo(new TrafficCounts(7, 5, 1, 0, 4, 2));
    }

    private TrafficSimulation attachAndWatch() {
        reply(status(0x00), frame(0x00, "00000014 00000004 53554d4f"));
        reply(
                status(0xD3),
                frame(0xE3, LANE_VALUES),
                status(0xD4),
                frame(0xE4, RUNNING),
                status(0xDB),
                frame(0xEB, COUNTS.replace("4014", "0000")));
        TrafficSimulation simulation = simulator().attach(address());
        try {
            simulation.subscribe(LANE);
        } catch (RuntimeException failed) {
            // who answers waits for us to leave
            simulation.close();
            throw failed;
        }
        return simulation;
    }

    private static SumoSimulator simulator() {
        return new SumoSimulator(Map.of(), Path.of("unused"), SHORT);
    }

    private LiveAddress address() {
        return new LiveAddress("127.0.0.1", server.getLocalPort(), 0);
    }

    private void reply(String... parts) {
        byte[] content = HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
        replies.add(ByteBuffer.allocate(content.length + 4)
                .putInt(content.length + 4)
                .put(content)
                .array());
    }

    private static String status(int command) {
        return frame(command, "00 00000000");
    }

    private static String frame(int command, String content) {
        return "%02x%02x%s".formatted(content.replace(" ", "").length() / 2 + 2, command, content);
    }

    private static String longFrame(int command, String content) {
        return "00%08x%02x%s".formatted(content.replace(" ", "").length() / 2 + 6, command, content);
    }
}
