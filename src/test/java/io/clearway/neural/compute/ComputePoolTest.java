package io.clearway.neural.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ComputePoolTest {
    @Test
    void everyPieceIsDoneOnceHoweverManyThreads() {
        for (int threads = 1; threads <= 4; threads++) {
            try (ComputePool pool = new ComputePool(threads)) {
                AtomicIntegerArray done = new AtomicIntegerArray(50);
                pool.forEach(50, done::incrementAndGet);
                for (int piece = 0; piece < 50; piece++) {
                    assertThat(done.get(piece)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void twoThreadsComputeAtTheSameTime() {
        try (ComputePool pool = new ComputePool(2)) {
            CountDownLatch both = new CountDownLatch(2);
            pool.forEach(2, piece -> {
                both.countDown();
                await(both);
            });
            assertThat(both.getCount()).isZero();
        }
    }

    @Test
    void aCallerWhoFindsThePoolBusyGoesOnAlone() {
        try (ComputePool pool = new ComputePool(2)) {
            CountDownLatch busy = new CountDownLatch(2);
            CountDownLatch release = new CountDownLatch(1);
            var first = CompletableFuture.runAsync(() -> pool.forEach(2, piece -> {
                busy.countDown();
                await(release);
            }));
            await(busy);
            var threads = ConcurrentHashMap.<Thread>newKeySet();
            pool.forEach(8, piece -> threads.add(Thread.currentThread()));
            assertThat(threads).containsExactly(Thread.currentThread());
            release.countDown();
            assertThat(first).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void aFailureReachesTheCallerAndThePoolGoesOn() {
        try (ComputePool pool = new ComputePool(2)) {
            assertThatThrownBy(() -> pool.forEach(4, piece -> {
                        if (piece == 2) {
                            throw new ArithmeticException("piece 2");
                        }
                    }))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("piece 2");
            pool.forEach(4, piece -> {});
        }
    }

    @Test
    void aClosedPoolSaysSo() {
        ComputePool pool = new ComputePool(2);
        pool.close();
        assertThatThrownBy(() -> pool.forEach(1, piece -> {})).hasMessageContaining("closed");
        assertThatThrownBy(() -> new ComputePool(0)).hasMessageContaining("0 compute threads");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
