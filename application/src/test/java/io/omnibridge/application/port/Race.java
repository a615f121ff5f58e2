package io.omnibridge.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs code on several threads that start at the same moment. */
public final class Race {

    private Race() {}

    /** Runs {@code runner} with 0, 1, … at the same time, and returns their results in that order. */
    public static <T> List<T> of(int runners, IntFunction<T> runner) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            CyclicBarrier start = new CyclicBarrier(runners);
            List<Future<T>> running = IntStream.range(0, runners)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return runner.apply(i);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
