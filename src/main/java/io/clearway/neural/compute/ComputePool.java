package io.clearway.neural.compute;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Owner of the threads that compute chunks of networks. The caller computes too, so a pool of one thread starts none,
 * and several learners may share a pool: a caller that finds it busy computes alone. Results do not depend on the
 * number of threads.
 */
public final class ComputePool implements AutoCloseable {
    private final int threads;
    private final ExecutorService workers;

    /** @param threads how many compute at once, the caller included; 1 or more */
    public ComputePool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("%d compute threads cannot be used; give 1 or more".formatted(threads));
        }
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(Math.max(1, threads - 1), work -> {
            Thread worker = new Thread(work, "clearway-compute");
            worker.setDaemon(true);
            return worker;
        });
    }

    /** How many compute at once. */
    public int threads() {
        return threads;
    }

    /** Does the work for 0 to count − 1 and returns when all is done; throws the first failure. */
    public void forEach(int count, IntConsumer work) {
        if (workers.isShutdown()) {
            throw new IllegalStateException("The compute pool is closed; open a new one");
        }
        Shares shares = new Shares(count, work);
        for (int helper = 1; helper < Math.min(threads, count); helper++) {
            workers.execute(shares);
        }
        shares.run();
        shares.awaitAll();
    }

    /** Waits for work in progress and stops the threads. */
    @Override
    public void close() {
        workers.shutdown();
    }

    /** Work that several threads take piece by piece. A late thread finds nothing left and returns. */
    private static final class Shares implements Runnable {
        private final int count;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Shares(int count, IntConsumer work) {
            this.count = count;
            this.work = work;
            this.open = new CountDownLatch(count);
        }

        @Override
        public void run() {
            NativeLibrary.useOneThreadHere();
            for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
                try {
                    work.accept(piece);
                } catch (RuntimeException | Error failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    open.countDown();
                }
            }
        }

        /**
         * Not interruptible: native memory must not be freed under a thread that computes. Pieces take milliseconds.
         */
        void awaitAll() {
            boolean interrupted = false;
            while (open.getCount() > 0) {
                try {
                    open.await();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable failed = failure.get();
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
