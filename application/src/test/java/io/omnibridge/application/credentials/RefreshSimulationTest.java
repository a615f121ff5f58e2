package io.omnibridge.application.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs refreshes of several nodes with crashes, pauses and lost messages, each run from a seed. The system property
 * {@code omnibridge.simulation.runs} sets the number of runs; {@code omnibridge.simulation.seed} runs one seed and
 * prints its steps.
 */
class RefreshSimulationTest {

    private static final int RUNS = Integer.getInteger("omnibridge.simulation.runs", 2_000);
    private static final int RUNS_FOR_A_MUTANT = 50_000;

    @Test
    @Tag("R2")
    @Tag("R3")
    @Tag("R4")
    @Tag("R5")
    @Tag("R6")
    @Tag("R8")
    @Tag("R9")
    @Tag("R10")
    @Tag("R12")
    @Tag("R20")
    @Tag("R21")
    @Tag("R22")
    @Tag("D20")
    @Tag("D21")
    @Tag("D22")
    @Tag("O16")
    void no_seed_breaks_an_invariant() {
        Long one = Long.getLong("omnibridge.simulation.seed");
        if (one != null) {
            new Simulation(one, Mutant.NONE, Optional.of(System.out::println)).run();
            return;
        }
        LongStream.range(0, RUNS).parallel().forEach(seed -> run(seed, Mutant.NONE));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_mistake_is_found(Mutant mutant) {
        OptionalLong found = LongStream.range(0, RUNS_FOR_A_MUTANT)
                .filter(seed -> breaks(seed, mutant))
                .findFirst();

        assertTrue(found.isPresent(), () -> "not found in " + RUNS_FOR_A_MUTANT + " runs: " + mutant);
    }

    @Test
    void the_same_seed_gives_the_same_run() {
        for (long seed = 0; seed < 100; seed++) {
            assertEquals(linesOf(seed), linesOf(seed));
        }
    }

    @Test
    void the_runs_reach_every_kind_of_step() {
        List<String> lines = new ArrayList<>();
        for (long seed = 0; seed < 1_000; seed++) {
            lines.addAll(linesOf(seed));
        }
        for (String expected : List.of(
                "StoreRenewal",
                "ReconcileRenewal",
                "QueueRevocationOfLateToken",
                "ApplyTimeout",
                "revoke",
                "reconnect")) {
            assertTrue(lines.stream().anyMatch(line -> line.contains(" " + expected + " ")), expected);
        }
    }

    private static List<String> linesOf(long seed) {
        List<String> lines = new ArrayList<>();
        new Simulation(seed, Mutant.NONE, Optional.of(lines::add)).run();
        return lines;
    }

    private static void run(long seed, Mutant mutant) {
        try {
            new Simulation(seed, mutant, Optional.empty()).run();
        } catch (AssertionError | RuntimeException e) {
            fail("seed " + seed + ": " + e.getMessage() + "; print it with -Domnibridge.simulation.seed=" + seed, e);
        }
    }

    private static boolean breaks(long seed, Mutant mutant) {
        try {
            new Simulation(seed, mutant, Optional.empty()).run();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
