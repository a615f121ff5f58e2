package io.omnibridge.application.credentials;

import java.util.SplittableRandom;

/** The random choices of a simulation, and when its provider, its store and its nodes are in trouble. */
final class Trouble {

    /** How long trouble may last, unless the provider's outage lasts longer. */
    static final long MILLIS = 1_800_000;

    private final SplittableRandom random;
    private final SimulatedTime time;
    private long outageBegins;
    private long outageEnds;
    private long storeUnavailableFrom;
    private long storeUnavailableUntil;

    Trouble(long seed, SimulatedTime time) {
        this.random = new SplittableRandom(seed);
        this.time = time;
    }

    /** Chooses when the provider and the store are unavailable. */
    void plan() {
        if (chance(30)) {
            outageBegins = roll(900_000);
            outageEnds = outageBegins + (chance(50) ? 3_600_000 : 300_000);
        }
        if (chance(30)) {
            storeUnavailableFrom = roll((int) MILLIS);
            storeUnavailableUntil = storeUnavailableFrom + roll(120_000);
        }
    }

    int roll(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns a time while there may be trouble. */
    int anyTime() {
        return roll((int) MILLIS);
    }

    /** Returns whether trouble is over. From then on everything has to end well. */
    boolean isCalm() {
        return time.elapsed() > MILLIS && !isOutage();
    }

    boolean isOutage() {
        return time.elapsed() >= outageBegins && time.elapsed() < outageEnds;
    }

    boolean isStoreUnavailable() {
        return (time.elapsed() >= storeUnavailableFrom && time.elapsed() < storeUnavailableUntil)
                || (!isCalm() && chance(2));
    }

    boolean isAcknowledgementLost() {
        return !isCalm() && chance(4);
    }

    /**
     * Returns how long a node pauses before its next step, in milliseconds: usually a moment, sometimes beyond every
     * deadline.
     */
    long pause() {
        if (isCalm() || chance(80)) {
            return roll(5);
        }
        return chance(85) ? roll(2_000) : chance(60) ? roll(60_000) : roll(1_500_000);
    }
}
