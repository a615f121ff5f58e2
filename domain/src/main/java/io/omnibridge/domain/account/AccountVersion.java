package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;

/**
 * Which linking of an account, and which renewal of its credentials: what every conditional write names.
 *
 * @param generation 1 at the link, and one more at each renewal
 */
public record AccountVersion(LinkId linkId, long generation) {

    /** @throws InvalidValue if {@code generation} is below 1 */
    public AccountVersion {
        Objects.requireNonNull(linkId, "linkId");
        InvalidValue.unless(generation >= 1, "must have a generation of at least 1");
    }

    /** The version of a new linking. */
    public static AccountVersion first(LinkId linkId) {
        return new AccountVersion(linkId, 1);
    }

    /** The version that a renewal of the credentials makes. */
    public AccountVersion next() {
        return new AccountVersion(linkId, generation + 1);
    }
}
