package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.util.Optional;

/**
 * What the provider calls an account: an e-mail address, a login, the name of a workspace. It is for people only: it may change, two accounts
 * may have the same, and nothing is ever decided on it.
 *
 * @param value 1 to 255 characters (code points) without control characters, unpaired surrogates, line separators, or characters that
 *     change the direction of the text around them (Unicode UAX #9 §2)
 */
public record AccountLabel(String value) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public AccountLabel {
        Text.requireName(value, MAX_LENGTH);
        InvalidValue.unless(
                value.chars().noneMatch(AccountLabel::isMisleading),
                "must not contain line separators or directional formatting characters");
    }

    /** Returns the label that a provider reported, without white space around it and cut to 255 characters; empty if it is none. */
    public static Optional<AccountLabel> ofProvider(String reported) {
        String text = reported.strip();
        try {
            int length = Math.min(text.codePointCount(0, text.length()), MAX_LENGTH);
            return Optional.of(new AccountLabel(text.substring(0, text.offsetByCodePoints(0, length))));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static boolean isMisleading(int c) {
        return (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    @Override
    public String toString() {
        return value;
    }
}
