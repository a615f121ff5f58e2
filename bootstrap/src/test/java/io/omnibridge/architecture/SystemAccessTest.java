package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Rule 4: time, randomness and settings come in; only bootstrap takes them from the system, and names concrete adapters. */
class SystemAccessTest {

    private static final Set<String> READERS = Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.Boolean.getBoolean",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Calendar.getInstance",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.getInstance",
            "java.security.SecureRandom.getInstanceStrong",
            "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGenerator.getDefault");

    static ArchRule onlyBootstrapReadsTheSystem(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".bootstrap..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the target reads the environment, the system's clock or its randomness",
                        SystemAccessTest::readsTheSystem));
    }

    static ArchRule onlyBootstrapNamesAdapters(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".bootstrap..", root + ".adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".adapters..");
    }

    /** Method references count as accesses too. */
    private static boolean readsTheSystem(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return READERS.contains(target.getOwner().getName() + "." + target.getName())
                || isClockOfTheSystem(target)
                || (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME) && makesTimeOrChance(target));
    }

    /** {@code Clock.systemUTC()} and the like, and {@code now()} of anything in java.time that is given no clock. */
    private static boolean isClockOfTheSystem(AccessTarget target) {
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget method)) {
            return false;
        }
        boolean givenAClock = method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        boolean ofClock = target.getOwner().isEquivalentTo(Clock.class)
                && target.getName().matches("system.*|tick.*");
        boolean now = target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now");
        return (ofClock || now) && !givenAClock;
    }

    private static boolean makesTimeOrChance(AccessTarget constructor) {
        boolean now = constructor.getOwner().isEquivalentTo(Date.class)
                && constructor instanceof AccessTarget.ConstructorCallTarget target
                && target.getRawParameterTypes().isEmpty();
        return now
                || constructor.getOwner().isAssignableTo(Calendar.class)
                || constructor.getOwner().isAssignableTo(RandomGenerator.class);
    }

    @Test
    void only_bootstrap_reads_the_system() {
        assertKept(onlyBootstrapReadsTheSystem(ROOT));
    }

    @Test
    void reading_the_environment_the_clock_or_chance_elsewhere_is_noticed() {
        assertBroken(
                onlyBootstrapReadsTheSystem(fixture("system_access")),
                "system_access",
                "ReadsTheEnvironment",
                "ReadsAProperty",
                "ReadsTheClock",
                "RefersToTheClock",
                "MakesAClock",
                "MakesChance",
                "RefersToChance");
    }

    @Test
    void only_bootstrap_names_adapters() {
        assertKept(onlyBootstrapNamesAdapters(ROOT));
    }

    @Test
    void naming_an_adapter_elsewhere_is_noticed() {
        assertBroken(onlyBootstrapNamesAdapters(fixture("system_access")), "system_access", "NamesAnAdapter");
    }
}
