package io.omnibridge.adapters.http.session;

import io.omnibridge.domain.Alphabet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cookies that a request has (RFC 6265 §4.2.1), read strictly: what OmniBridge cannot have set counts as no
 * cookie, such as a quoted value.
 *
 * @param values those of each name, in their order
 */
record CookieHeader(Map<String, List<String>> values) {

    private static final int MAX_LENGTH = 4_096;

    /** Of names, and of values: base64url. */
    private static final Alphabet ALPHABET =
            Alphabet.range('a', 'z').andRange('A', 'Z').andRange('0', '9').and("_-");

    CookieHeader {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads the header's fields, of which HTTP allows one. */
    static CookieHeader read(List<String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String field : fields) {
            for (String pair : field.split(";", -1)) {
                add(pair.strip(), values);
            }
        }
        return new CookieHeader(values);
    }

    private static void add(String pair, Map<String, List<String>> values) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = pair.substring(0, equals);
        if (ALPHABET.matches(name, MAX_LENGTH)) {
            values.computeIfAbsent(name, it -> new ArrayList<>()).add(pair.substring(equals + 1));
        }
    }

    /** Returns the value of a cookie; empty if there is none, or more than one: another site may have set the other. */
    Optional<String> only(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.size() == 1 && ALPHABET.matches(all.get(0), MAX_LENGTH) ? Optional.of(all.get(0)) : Optional.empty();
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
