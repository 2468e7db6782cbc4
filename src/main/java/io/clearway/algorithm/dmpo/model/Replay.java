package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The buffer D^E of the newest real episodes. Every tenth episode, beginning with the second, is held out: the model
 * never learns from it and is validated on it.
 */
public final class Replay {
    /** One of this many episodes is held out. */
    private static final int HELD_OUT_EVERY = 10;

    /** Fewer could leave none for validation. */
    static final int SMALLEST = 10;

    private final JointShape shape;
    private final int capacity;
    private final List<EpisodeBuffer> episodes = new ArrayList<>();
    private int seen;

    /** @param capacity episodes kept, held-out ones included; at least {@link #SMALLEST} */
    public Replay(JointShape shape, int capacity) {
        this.shape = shape;
        this.capacity = capacity;
    }

    /** D^E ← D^E ∪ {τ}; the oldest one goes when it is full. */
    public void add(EpisodeBuffer episode) {
        episodes.add(episode);
        seen++;
        if (episodes.size() > capacity) {
            episodes.remove(0);
        }
    }

    /** Episodes that were ever added. */
    public int seen() {
        return seen;
    }

    /** The newest episodes, in order. */
    public List<EpisodeBuffer> newest(int count) {
        return List.copyOf(episodes.subList(Math.max(0, episodes.size() - count), episodes.size()));
    }

    /** Whether there is something to learn from and something to validate on, at windows of this length. */
    public boolean canValidate(int length) {
        return !part(false, length).isEmpty() && holdsOut(length);
    }

    /** Whether there are held-out windows of this length. */
    boolean holdsOut(int length) {
        return !part(true, length).isEmpty();
    }

    /** Windows drawn from the episodes to learn from. */
    public Windows sample(int batch, int length, RandomGenerator chance) {
        return draw(part(false, length), batch, length, chance);
    }

    /** Windows drawn from the held-out episodes. */
    public Windows heldOut(int batch, int length, RandomGenerator chance) {
        return draw(part(true, length), batch, length, chance);
    }

    private List<EpisodeBuffer> part(boolean heldOut, int shortest) {
        List<EpisodeBuffer> part = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            int number = seen - episodes.size() + i;
            if ((number % HELD_OUT_EVERY == 1) == heldOut && episodes.get(i).length() >= shortest) {
                part.add(episodes.get(i));
            }
        }
        return part;
    }

    private Windows draw(List<EpisodeBuffer> from, int batch, int length, RandomGenerator chance) {
        Windows windows = new Windows(shape, batch, length);
        for (int place = 0; place < batch; place++) {
            EpisodeBuffer episode = from.get(chance.nextInt(from.size()));
            windows.fill(place, episode, chance.nextInt(episode.length() - length + 1));
        }
        return windows;
    }

    /** Writes all of it, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(seen);
        out.writeInt(episodes.size());
        for (EpisodeBuffer episode : episodes) {
            episode.writeTo(out);
        }
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        seen = in.readInt();
        int count = in.readInt();
        if (count < 0 || count > capacity || count > seen) {
            throw new IOException("%d episodes do not fit a replay of %d".formatted(count, capacity));
        }
        episodes.clear();
        for (int i = 0; i < count; i++) {
            episodes.add(EpisodeBuffer.readFrom(in, shape));
        }
    }
}
