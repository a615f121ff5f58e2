package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one user. The user id stands in them base64url-encoded: two users never share a key, and whatever characters
 * an id has, braces above all, the hash tag is all of it and nothing else, so that a user is in one hash slot.
 *
 * @param head a hash: how many events the user's record has, and the MAC of the last one
 * @param accounts a hash: what may be shown of each account
 * @param sealed a hash: the sealed credentials of each account; apart, so that a listing does not read them
 * @param record a stream: the events, each under its position
 */
record UserKeys(String head, String accounts, String sealed, String record) {

    /** Matches the head of every user (see KEYS in the manual of Redis). */
    static final String ANY_HEAD = "omnibridge:{*}:head";

    /** Matches the accounts of every user who has any. */
    static final String ANY_ACCOUNTS = "omnibridge:{*}:accounts";

    private static final String BEGINNING = "omnibridge:{";

    static UserKeys of(UserId user) {
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(user.value().getBytes(StandardCharsets.UTF_8));
        String prefix = BEGINNING + encoded + "}:";
        return new UserKeys(prefix + "head", prefix + "accounts", prefix + "sealed", prefix + "record");
    }

    /** The user that {@code key} belongs to; empty when it is no key of any user. */
    static Optional<UserId> owner(String key) {
        try {
            String encoded = key.substring(BEGINNING.length(), key.lastIndexOf('}'));
            UserId owner = new UserId(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            return Optional.of(owner).filter(user -> of(user).all().contains(key));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    List<String> all() {
        return List.of(head, accounts, sealed, record);
    }
}
