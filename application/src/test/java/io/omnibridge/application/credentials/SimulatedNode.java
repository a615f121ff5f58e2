package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.CallProvider;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process. It runs the real steps one at a time, and may be paused or crashed between any two of them. */
final class SimulatedNode {

    private final Simulation simulation;
    private final Supplier<Map<SimulatedStore, RefreshRunner>> process;
    private Map<SimulatedStore, RefreshRunner> runners;
    private int crashes;

    /** @param process creates the runners of a process that has just started, one for each account */
    SimulatedNode(Simulation simulation, Supplier<Map<SimulatedStore, RefreshRunner>> process) {
        this.simulation = simulation;
        this.process = process;
        this.runners = process.get();
    }

    /** A caller asks for credentials. */
    void ask(SimulatedStore store, Optional<AccountVersion> refused, Consumer<CredentialsResult> caller) {
        new Run(store, caller).schedule(new LoadAccount(new RefreshRequest(store.key(), refused), Duration.ZERO), 0);
    }

    /** Ends the process with everything that only it knew, and starts it again. */
    void crash() {
        crashes++;
        runners = process.get();
    }

    /** One refresh. */
    private final class Run {

        private final SimulatedStore store;
        private final Consumer<CredentialsResult> caller;
        private final int startedAfter = crashes;
        private @Nullable Token received;

        Run(SimulatedStore store, Consumer<CredentialsResult> caller) {
            this.store = store;
            this.caller = caller;
        }

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
                follow(step, step.runBy(Objects.requireNonNull(runners.get(store))));
            } catch (StoreUnavailable e) {
                simulation.note("store unavailable at " + step.getClass().getSimpleName());
            }
            if (step instanceof CallProvider) {
                store.writeClaim();
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
                caller.accept(unwritten.result());
            } else {
                caller.accept(((StepResult.Finished) result).result());
            }
        }
    }
}
