package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One TraCI message as it came, read from front to back. Every read stays within the present part (message or command);
 * a length that does not fit is a {@link ProtocolException}, never a read into what follows.
 */
public final class TraciReply {
    private static final int DEEPEST = 16;
    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final int size;
    private int position;
    private int end;

    /**
     * Reads a message that has come whole.
     *
     * @param start where the first command begins
     */
    TraciReply(byte[] bytes, int start, int size) {
        this.bytes = bytes;
        numbers = ByteBuffer.wrap(bytes);
        this.size = size;
        position = start;
        end = size;
    }

    /** Enters the next command and gives its identifier. */
    public int enter() throws ProtocolException {
        end = size;
        int start = position;
        int length = unsignedByte();
        if (length == 0) {
            length = integer();
        }
        // compared without adding: a hostile length must not overflow
        if (length < position - start + 1 || length > size - start) {
            throw new ProtocolException(
                    "a command of length %d where %d bytes are left".formatted(length, size - start));
        }
        end = start + length;
        return unsignedByte();
    }

    /** Whether the next command is this one. */
    public boolean isNext(int command) throws ProtocolException {
        int start = position;
        int next = enter();
        position = start;
        end = size;
        return next == command;
    }

    /** Leaves the command, passing over what was not read of it. */
    public void leave() {
        position = end;
        end = size;
    }

    /** Whether all of the command was read. */
    public boolean atEnd() {
        return position == end;
    }

    public int unsignedByte() throws ProtocolException {
        need(1);
        return bytes[position++] & 0xFF;
    }

    int integer() throws ProtocolException {
        need(4);
        position += 4;
        return numbers.getInt(position - 4);
    }

    double real() throws ProtocolException {
        need(8);
        position += 8;
        return numbers.getDouble(position - 8);
    }

    public String text() throws ProtocolException {
        int length = count(1);
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    /** Reads a text if it is the expected one; else stays where it is. */
    public boolean takes(byte[] expected) throws ProtocolException {
        int start = position;
        int length = count(1);
        if (Arrays.equals(bytes, position, position + length, expected, 0, expected.length)) {
            position += length;
            return true;
        }
        position = start;
        return false;
    }

    /** A number of things that follow, each at least so many bytes long. */
    public int count(int bytesEach) throws ProtocolException {
        int count = integer();
        if (count < 0 || (long) count * bytesEach > end - position) {
            throw new ProtocolException("%d things where %d bytes are left".formatted(count, end - position));
        }
        return count;
    }

    /** A number of the given type. */
    public double number(int type) throws ProtocolException {
        return switch (type) {
            case Traci.INTEGER -> integer();
            case Traci.DOUBLE -> real();
            case Traci.UNSIGNED_BYTE -> unsignedByte();
            case Traci.BYTE -> (byte) unsignedByte();
            default -> throw new ProtocolException("type 0x%02x where a number was due".formatted(type));
        };
    }

    /** A type byte that must be this one. */
    public void type(int expected) throws ProtocolException {
        int type = unsignedByte();
        if (type != expected) {
            throw new ProtocolException("type 0x%02x where 0x%02x was due".formatted(type, expected));
        }
    }

    /** Passes over a value; false when its type is unknown and its length therefore too. */
    public boolean skip(int type) throws ProtocolException {
        return skip(type, DEEPEST);
    }

    private boolean skip(int type, int depth) throws ProtocolException {
        switch (type) {
            case Traci.UNSIGNED_BYTE, Traci.BYTE -> pass(1);
            case Traci.INTEGER, Traci.COLOR -> pass(4);
            case Traci.DOUBLE -> pass(8);
            case Traci.LON_LAT, Traci.POSITION_2D -> pass(16);
            case Traci.LON_LAT_ALT, Traci.POSITION_3D -> pass(24);
            case Traci.STRING -> pass(count(1));
            case Traci.DOUBLE_LIST -> pass(8 * count(8));
            case Traci.ROAD_MAP -> {
                pass(count(1));
                pass(9);
            }
            case Traci.POLYGON -> skipPolygon();
            case Traci.STRING_LIST -> skipTexts();
            case Traci.COMPOUND -> {
                return depth > 0 && skipCompound(depth - 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void skipPolygon() throws ProtocolException {
        int points = unsignedByte();
        pass(16 * (points == 0 ? count(16) : points));
    }

    /** A list of texts. */
    public List<String> texts() throws ProtocolException {
        int count = count(4);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** Passes over a list of texts and says how many there were. */
    public int skipTexts() throws ProtocolException {
        int count = count(4);
        for (int i = 0; i < count; i++) {
            pass(count(1));
        }
        return count;
    }

    private boolean skipCompound(int depth) throws ProtocolException {
        int count = count(1);
        for (int i = 0; i < count; i++) {
            if (!skip(unsignedByte(), depth)) {
                return false;
            }
        }
        return true;
    }

    private void pass(int count) throws ProtocolException {
        need(count);
        position += count;
    }

    private void need(int count) throws ProtocolException {
        if (count > end - position) {
            throw new ProtocolException("%d bytes where %d are left".formatted(count, end - position));
        }
    }
}
