package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * The query parameter {@code limit} of a route that lists in pages.
 *
 * @param byDefault without the parameter
 * @param max up to 9,999
 */
record PageLimit(int byDefault, int max) {

    private static final String NAME = "limit";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    int of(RequestContext request) {
        return request.queryParameter(NAME, this::parse).orElse(byDefault);
    }

    private int parse(String value) {
        InvalidValue.unless(
                NUMBER.matcher(value).matches() && Integer.parseInt(value) <= max,
                "must be an integer from 1 to " + max);
        return Integer.parseInt(value);
    }
}
