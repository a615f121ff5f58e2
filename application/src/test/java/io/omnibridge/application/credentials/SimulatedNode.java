package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.Result;
import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process: it takes the real steps, one at a time, and may be paused or killed between any two. */
final class SimulatedNode {

    private final Simulation world;
    private final RefreshPorts ports;
    private ProviderBreakers breakers;
    private int life;

    SimulatedNode(Simulation world, RefreshPorts ports) {
        this.world = world;
        this.ports = ports;
        this.breakers = new ProviderBreakers(ports.nanoTime());
    }

    /** Somebody asks for credentials. */
    void ask(Optional<AccountVersion> refused) {
        CallPermit pass = new CallPermit(new CallsInFlight(ports.nanoTime()));
        RefreshTask task = new RefreshTask(Simulation.KEY, refused, ports, breakers, pass);
        new Run().follow(new LoadAccount(task, Duration.ZERO), 0);
    }

    void crash() {
        life++;
        breakers = new ProviderBreakers(ports.nanoTime());
    }

    /** One refresh. */
    private final class Run {

        private final int bornIn = life;
        private @Nullable Token brought;

        void follow(RefreshStep step, long after) {
            world.in(after + world.pause(), () -> take(step));
        }

        private void take(RefreshStep step) {
            if (life != bornIn) {
                if (brought != null) {
                    brought.isLost = true;
                }
                return;
            }
            try {
                lead(step, step.take());
            } catch (StoreUnavailable e) {
                world.note("away at " + step.getClass().getSimpleName());
            }
            if (step instanceof CallProvider) {
                world.store.writeClaim();
            }
            world.note(step.getClass().getSimpleName());
        }

        private void lead(RefreshStep step, Result result) {
            long answered = 0;
            if (step instanceof CallProvider && world.servers.brought != null) {
                brought = world.servers.brought;
                world.servers.brought = null;
            }
            if (step instanceof CallProvider) {
                answered = world.servers.answerTime;
                world.servers.answerTime = 0;
            }
            if (result instanceof Result.Then then) {
                follow(then.step(), then.after().toMillis() + answered);
            } else if (result instanceof Result.Kept kept) {
                follow(kept.rest(), 30_000);
            }
        }
    }
}
