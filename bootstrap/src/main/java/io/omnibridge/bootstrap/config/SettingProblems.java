package io.omnibridge.bootstrap.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with the settings. Each problem is one sentence, which begins with the name of its setting. Not thread-safe. */
final class SettingProblems {

    private static final String PREFIX = "OMNIBRIDGE_";

    /** Variables that Kubernetes injects into each pod beside a service with the name omnibridge. */
    private static final Pattern INJECTED = Pattern.compile("OMNIBRIDGE_(SERVICE_.*|PORT|PORT_.*)");

    private final List<String> problems = new ArrayList<>();

    /** Adds a problem, once. */
    void add(String name, String reason) {
        String problem = name + " " + reason;
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Adds each of {@code names} that looks like a setting and is none of {@code known}. */
    void addUnknown(Collection<String> names, Collection<String> known) {
        names.stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> !INJECTED.matcher(name).matches())
                .sorted()
                .forEach(name -> add(name, "is not a setting of OmniBridge"));
    }

    List<String> all() {
        return List.copyOf(problems);
    }

    void throwIfAny() throws ConfigInvalid {
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
    }
}
