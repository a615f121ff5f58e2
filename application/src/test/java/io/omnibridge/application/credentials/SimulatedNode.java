package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.CallProvider;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process. It runs the real steps one at a time, and may be paused or crashed between any two of them. */
final class SimulatedNode {

    private final Simulation simulation;
    private final Supplier<RefreshRunner> runners;
    private RefreshRunner runner;
    private int crashes;

    /** @param runners creates the runner of a process that has just started */
    SimulatedNode(Simulation simulation, Supplier<RefreshRunner> runners) {
        this.simulation = simulation;
        this.runners = runners;
        this.runner = runners.get();
    }

    /** A caller asks for credentials. */
    void ask(Optional<AccountVersion> refused) {
        new Run().schedule(new LoadAccount(new RefreshRequest(Simulation.KEY, refused), Duration.ZERO), 0);
    }

    /** Ends the process with everything that only it knew, and starts it again. */
    void crash() {
        crashes++;
        runner = runners.get();
    }

    /** One refresh. */
    private final class Run {

        private final int startedAfter = crashes;
        private @Nullable Token received;

        void schedule(RefreshStep step, long delayMillis) {
            simulation.time.in(delayMillis + simulation.trouble.pause(), () -> run(step));
        }

        private void run(RefreshStep step) {
            if (crashes != startedAfter) {
                if (received != null) {
                    received.isLost = true;
                }
                return;
            }
            try {
                follow(step, step.runBy(runner));
            } catch (StoreUnavailable e) {
                simulation.note("store unavailable at " + step.getClass().getSimpleName());
            }
            if (step instanceof CallProvider) {
                simulation.store.writeClaim();
            }
            simulation.note(step.getClass().getSimpleName());
        }

        private void follow(RefreshStep step, StepResult result) {
            long responseTime = 0;
            if (step instanceof CallProvider && simulation.servers.receivedToken != null) {
                received = simulation.servers.receivedToken;
                simulation.servers.receivedToken = null;
            }
            if (step instanceof CallProvider) {
                responseTime = simulation.servers.responseTime;
                simulation.servers.responseTime = 0;
            }
            if (result instanceof StepResult.Continue next) {
                schedule(next.next(), next.delay().toMillis() + responseTime);
            } else if (result instanceof StepResult.Unwritten unwritten) {
                schedule(unwritten.rest(), 30_000);
            }
        }
    }
}
