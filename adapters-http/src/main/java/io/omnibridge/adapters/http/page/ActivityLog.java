package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.domain.InvalidValue;
import java.util.List;

/** The two logs of a user. */
public enum ActivityLog {
    USES,
    CHANGES;

    /** @throws InvalidValue if there is no such log */
    static ActivityLog parse(String word) {
        return EnumWords.parse(word, ActivityLog.class).orElseThrow(() -> new InvalidValue("must be uses or changes"));
    }

    /** Returns the logs in the order of the page's choice. */
    public static List<ActivityLog> all() {
        return List.of(values());
    }

    private String word() {
        return EnumWords.of(this);
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
