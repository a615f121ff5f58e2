package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;

/**
 * The version of an account's credentials: which linking, and which renewal within it. Every conditional write names
 * the version that it expects.
 *
 * @param generation 1 at the link, and one more at each renewal
 */
public record AccountVersion(LinkId linkId, long generation) {

    /** @throws InvalidValue if {@code generation} is below 1 */
    public AccountVersion {
        Objects.requireNonNull(linkId, "linkId");
        InvalidValue.unless(generation >= 1, "must have a generation of at least 1");
    }

    /** Returns the version of a new linking. */
    public static AccountVersion first(LinkId linkId) {
        return new AccountVersion(linkId, 1);
    }

    /** Returns the version of the next renewal. */
    public AccountVersion next() {
        return new AccountVersion(linkId, generation + 1);
    }
}
