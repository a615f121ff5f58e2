package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.domain.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two logs of a user. */
public enum ActivityLog {
    USES,
    CHANGES;

    /** @throws InvalidValue if there is no such log */
    static ActivityLog parse(String word) {
        return Arrays.stream(values())
                .filter(log -> log.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be uses or changes"));
    }

    /** Returns the logs in the order of the page's choice. */
    public static List<ActivityLog> all() {
        return List.of(values());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the path of the first page. */
    public String path() {
        return Section.ACTIVITY.path() + "?log=" + word();
    }

    /** Returns the key of a text about this log. */
    public String key(String name) {
        return "activity." + word() + "." + name;
    }
}
