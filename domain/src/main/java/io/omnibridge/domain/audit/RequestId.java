package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * What ties an answer, its log lines and its audit events together.
 *
 * @param value matches {@code [A-Za-z0-9._-]{1,64}}
 */
public record RequestId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws InvalidValue if {@code value} does not match */
    public RequestId {
        InvalidValue.unless(isValid(value), "must be 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'");
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }
}
