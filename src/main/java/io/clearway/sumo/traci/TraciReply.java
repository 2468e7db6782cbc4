package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One TraCI message as received, read from front to back. Every read stays within the current command; a length that
 * does not fit is a {@link ProtocolException}, never a read into what follows.
 */
public final class TraciReply {
    private static final int DEEPEST_COMPOUND = 16;
    private static final int COLOR_BYTES = 4;
    private static final int POSITION_2D_BYTES = 2 * Double.BYTES;
    private static final int POSITION_3D_BYTES = 3 * Double.BYTES;
    /** An integer with its type in front. */
    private static final int TYPED_INTEGER_BYTES = 1 + Integer.BYTES;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final int size;
    private int position;
    private int end;

    /**
     * Reads a message that was received completely.
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

    /**
     * Reads the status of a command.
     *
     * @return SUMO's error message when it rejected the command, else null
     */
    public @Nullable String status(int command) throws ProtocolException {
        int answered = enter();
        if (answered != command) {
            throw new ProtocolException("a reply to command 0x%02x instead of 0x%02x".formatted(answered, command));
        }
        int result = unsignedByte();
        String description = text();
        leave();
        if (result == TraciConstants.RTYPE_OK) {
            return null;
        }
        return description.isBlank() ? "result 0x%02x".formatted(result) : description;
    }

    /** Requires that the whole message was read. */
    public void requireEnd() throws ProtocolException {
        if (!atEnd()) {
            throw new ProtocolException("more replies than commands");
        }
    }

    /** Enters the next command or response and returns its identifier. */
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

    /** Whether the next command has this identifier. */
    public boolean isNext(int command) throws ProtocolException {
        int start = position;
        int next = enter();
        position = start;
        end = size;
        return next == command;
    }

    /** Leaves the command, skipping what was not read of it. */
    public void leave() {
        position = end;
        end = size;
    }

    /** Whether all of the current command, or of the message, was read. */
    public boolean atEnd() {
        return position == end;
    }

    public int unsignedByte() throws ProtocolException {
        require(1);
        return Byte.toUnsignedInt(bytes[position++]);
    }

    int integer() throws ProtocolException {
        require(Integer.BYTES);
        position += Integer.BYTES;
        return numbers.getInt(position - Integer.BYTES);
    }

    double real() throws ProtocolException {
        require(Double.BYTES);
        position += Double.BYTES;
        return numbers.getDouble(position - Double.BYTES);
    }

    public String text() throws ProtocolException {
        int length = count(1);
        if (length == 0) {
            return "";
        }
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    /** A text; the likely one itself where it is that, so that no other is made. */
    String text(String likely) throws ProtocolException {
        int start = position;
        int length = count(1);
        if (length == likely.length() && isNext(likely)) {
            position += length;
            return likely;
        }
        position = start;
        return text();
    }

    /** Whether the next bytes are those of a text in ASCII. */
    private boolean isNext(String likely) {
        for (int i = 0; i < likely.length(); i++) {
            // a byte of another character is negative
            if (bytes[position + i] != likely.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void skipText() throws ProtocolException {
        skipBytes(count(1));
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

    /** Length of the list that follows, each of whose elements has at least so many bytes. */
    public int count(int bytesEach) throws ProtocolException {
        int count = integer();
        if (count < 0 || (long) count * bytesEach > end - position) {
            throw new ProtocolException("a length of %d where %d bytes are left".formatted(count, end - position));
        }
        return count;
    }

    /** A number of the given type. */
    public double number(int type) throws ProtocolException {
        return switch (type) {
            case TraciConstants.TYPE_INTEGER -> integer();
            case TraciConstants.TYPE_DOUBLE -> real();
            case TraciConstants.TYPE_UBYTE -> unsignedByte();
            case TraciConstants.TYPE_BYTE -> (byte) unsignedByte();
            default -> throw new ProtocolException("type 0x%02x where a number was expected".formatted(type));
        };
    }

    /** A number, its type in front. */
    double typedNumber() throws ProtocolException {
        return number(unsignedByte());
    }

    /** A text, its type in front. */
    String typedText() throws ProtocolException {
        type(TraciConstants.TYPE_STRING);
        return text();
    }

    /** A text, its type in front; the likely one itself where it is that. */
    String typedText(String likely) throws ProtocolException {
        type(TraciConstants.TYPE_STRING);
        return text(likely);
    }

    /** A list of texts, its type in front. */
    List<String> typedTexts() throws ProtocolException {
        type(TraciConstants.TYPE_STRINGLIST);
        return texts();
    }

    /** Length of the list whose elements, typed values at least as long as an integer, follow; its type in front. */
    int typedCount() throws ProtocolException {
        type(TraciConstants.TYPE_INTEGER);
        return count(TYPED_INTEGER_BYTES);
    }

    /** Number of values of the compound that begins here. */
    int compound() throws ProtocolException {
        type(TraciConstants.TYPE_COMPOUND);
        return count(1);
    }

    /** A type that must be this one. */
    public void type(int expected) throws ProtocolException {
        int type = unsignedByte();
        if (type != expected) {
            throw new ProtocolException("type 0x%02x where 0x%02x was expected".formatted(type, expected));
        }
    }

    /** Skips values, each with its type in front. */
    void skipValues(int count) throws ProtocolException {
        for (int i = 0; i < count; i++) {
            int type = unsignedByte();
            if (!skip(type)) {
                throw new ProtocolException("a value of unknown type 0x%02x".formatted(type));
            }
        }
    }

    /** Skips a value; false when its type, and therefore its length, is unknown. */
    public boolean skip(int type) throws ProtocolException {
        return skip(type, DEEPEST_COMPOUND);
    }

    private boolean skip(int type, int depth) throws ProtocolException {
        switch (type) {
            case TraciConstants.TYPE_UBYTE, TraciConstants.TYPE_BYTE -> skipBytes(1);
            case TraciConstants.TYPE_INTEGER -> skipBytes(Integer.BYTES);
            case TraciConstants.TYPE_COLOR -> skipBytes(COLOR_BYTES);
            case TraciConstants.TYPE_DOUBLE -> skipBytes(Double.BYTES);
            case TraciConstants.POSITION_LON_LAT, TraciConstants.POSITION_2D -> skipBytes(POSITION_2D_BYTES);
            case TraciConstants.POSITION_LON_LAT_ALT, TraciConstants.POSITION_3D -> skipBytes(POSITION_3D_BYTES);
            case TraciConstants.TYPE_STRING -> skipBytes(count(1));
            case TraciConstants.TYPE_DOUBLELIST -> skipBytes(Double.BYTES * count(Double.BYTES));
            case TraciConstants.POSITION_ROADMAP -> {
                skipBytes(count(1));
                skipBytes(Double.BYTES + 1);
            }
            case TraciConstants.TYPE_POLYGON -> skipPolygon();
            case TraciConstants.TYPE_STRINGLIST -> skipTexts();
            case TraciConstants.TYPE_COMPOUND -> {
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
        skipBytes(POSITION_2D_BYTES * (points == 0 ? count(POSITION_2D_BYTES) : points));
    }

    /** A list of texts. */
    public List<String> texts() throws ProtocolException {
        int count = count(Integer.BYTES);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** A list of texts; those that an earlier list holds in the same order, or all but a few, are not made again. */
    public List<String> texts(List<String> before) throws ProtocolException {
        int count = count(Integer.BYTES);
        List<String> texts = new ArrayList<>(count);
        int next = 0;
        for (int i = 0; i < count; i++) {
            String likely = next < before.size() ? before.get(next) : "";
            String after = next + 1 < before.size() ? before.get(next + 1) : "";
            String text = text(likely);
            if (text.equals(likely)) {
                next++;
            } else if (text.equals(after)) {
                text = after;
                next += 2;
            }
            texts.add(text);
        }
        return texts;
    }

    /** Skips a list of texts and returns its length. */
    public int skipTexts() throws ProtocolException {
        int count = count(Integer.BYTES);
        for (int i = 0; i < count; i++) {
            skipBytes(count(1));
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

    private void skipBytes(int count) throws ProtocolException {
        require(count);
        position += count;
    }

    private void require(int count) throws ProtocolException {
        if (count > end - position) {
            throw new ProtocolException("%d bytes where %d are left".formatted(count, end - position));
        }
    }
}
