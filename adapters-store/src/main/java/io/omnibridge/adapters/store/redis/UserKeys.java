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
 * @param head a hash: how many events the user's record has, the MAC of the last one, how many changes of accounts there
 *     were beside the record, and what the user owes. Every write is about it, and whoever has anything has it: a write that
 *     needs a key which may not be there is refused while its slot is on its way to another server
 * @param accounts a hash: what may be shown of each account
 * @param sealed a hash: the sealed credentials of each account; apart, so that a listing does not read them
 * @param record a stream: the events, each under its position
 * @param attempts a hash: the attempts to connect accounts, each under its id; it goes by itself
 */
record UserKeys(String head, String accounts, String sealed, String record, String attempts) {

    /** Matches the head of every user (see KEYS in the manual of Redis). */
    static final String ANY_HEAD = "omnibridge:{*}:head";

    /** Matches the accounts of every user who has any. */
    static final String ANY_ACCOUNTS = "omnibridge:{*}:accounts";

    private static final String BEGINNING = "omnibridge:{";

    static UserKeys of(UserId user) {
        String prefix = BEGINNING + encoded(user) + "}:";
        return new UserKeys(
                prefix + "head", prefix + "accounts", prefix + "sealed", prefix + "record", prefix + "attempts");
    }

    /** The user that {@code key} belongs to; empty when it is no key of any user. */
    static Optional<UserId> owner(String key) {
        int end = key.lastIndexOf('}');
        return key.startsWith(BEGINNING) && end > 0
                ? readable(key.substring(BEGINNING.length(), end))
                        .filter(user -> of(user).all().contains(key))
                : Optional.empty();
    }

    static String encoded(UserId user) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(user.value().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if {@link #encoded} gives no such text */
    static UserId decoded(String encoded) {
        return readable(encoded).orElseThrow(IllegalArgumentException::new);
    }

    /** As {@link #decoded}; empty when it can be of no user. */
    static Optional<UserId> readable(String encoded) {
        try {
            UserId user = new UserId(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            return Optional.of(user).filter(decoded -> encoded(decoded).equals(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<String> all() {
        return List.of(head, accounts, sealed, record, attempts);
    }
}
