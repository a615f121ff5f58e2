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

/** Several at once. */
final class Race {

    private Race() {}

    /** Runs {@code runner} with 0, 1, … at the same time, and answers what each of them answered. */
    static <T> List<T> of(int runners, IntFunction<T> runner) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            CyclicBarrier start = new CyclicBarrier(runners);
            List<Future<T>> running = IntStream.range(0, runners)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return runner.apply(i);
                    }))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
