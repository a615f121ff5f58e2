package io.omnibridge.architecture;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and names that docs/glossary.md has other words for. */
final class RetiredWords {

    /** Words of any name, whole, and pairs of words one after the other. */
    private static final Pattern WORDS =
            Pattern.compile("\\b(obligations?|ow(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|sights?|newcomers?|"
                    + "patience|rehears(?:al|als|e|es|ed)|upkeep|sweep(?:s|er|ing)?|swept|trails?|fingerprints?|unconsumed|"
                    + "doubt(?:s|ful)?|holdings?|remember(?:s|ed)?|facts?|proofs?|met|verdicts?|"
                    + "giv(?:e|es|en|ing) back|gave back|tak(?:e|es|en|ing) back|took back|hand(?:s|ed)? back|way back|first contact|"
                    + "whoever|nobody|somebody|everybody)\\b");

    /** First words of constants. */
    private static final Pattern CONSTANTS = Pattern.compile("(MOST|LONGEST|USUAL|SOON|SHORTEST)_.*");

    /** Whole names of methods that have a standard term. */
    private static final Set<String> METHODS = Set.of("hold", "move", "recordLook", "touch");

    /** Whole names of classes that have a standard term. */
    private static final Set<String> CLASSES = Set.of(
            "AccountEnding",
            "AccountParts",
            "Advice",
            "BelowRoutes",
            "ClaimCall",
            "CompareRenewal",
            "Comparing",
            "ConcludeCall",
            "Departure",
            "Edges",
            "Era",
            "EraCheck",
            "ForeignLoggersCap",
            "HeldAccount",
            "KeepGrantsAlive",
            "Layout",
            "Line",
            "LongAnswer",
            "LookAtAccount",
            "Mark",
            "MostTelling",
            "NoAnswer",
            "NoteTime",
            "OwnSource",
            "PassCounter",
            "PostgresPlace",
            "RecordLooks",
            "Refusal",
            "RefusalWords",
            "RegularBytes",
            "ReturnFromProvider",
            "ReturningBrowsers",
            "RunPlans",
            "StatusOf",
            "TicketPlace",
            "Totals",
            "UserPart",
            "Wire");

    /** The fingerprint of a layout is the standard term; that of a token is its digest. */
    private static final Set<String> KEPT = Set.of("LayoutFingerprint", "LayoutFingerprintTest", "fingerprint");

    private RetiredWords() {}

    static Optional<String> inPackage(String name) {
        return retiredWord(name.replace('.', '_'));
    }

    static Optional<String> inClass(String name) {
        return CLASSES.contains(name) ? Optional.of(name) : retiredWord(name);
    }

    static Optional<String> inMethod(String name) {
        return METHODS.contains(name) ? Optional.of(name) : retiredWord(name);
    }

    static Optional<String> inField(String name) {
        Matcher constant = CONSTANTS.matcher(name);
        return constant.matches() ? Optional.of(constant.group(1).toLowerCase(Locale.ROOT)) : retiredWord(name);
    }

    private static Optional<String> retiredWord(String name) {
        String words =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        Matcher retired = WORDS.matcher(words);
        return KEPT.contains(name) || !retired.find() ? Optional.empty() : Optional.of(retired.group());
    }
}
