package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Keys of one user. The user id stands in them base64url-encoded and in braces, so that the hash tag is the whole id: two users
 * never share a key, and all keys of a user are in one hash slot.
 *
 * @param user a hash: chain heads, base of the log of uses, counter of unrecorded changes, pending revocations. Every user has it, and every write names
 *     it: a script that names a key which may be missing is refused while its slot moves to another server
 * @param accounts a hash: the metadata of each account, as JSON under provider and account id
 * @param sealed a hash: the sealed credentials of each account, apart so that a listing does not read them
 * @param auditLog a stream: the audit events, each under its position
 * @param refusals a hash: counts of refusals; see {@link RefusalCommands}
 * @param attempts a hash: connect attempts, as JSON under their ids
 * @param attemptsByBegin a sorted set: ids of all attempts, by the time at which they began
 * @param attemptsPending a sorted set: ids of open attempts, by the time until which they are open
 * @param uses a stream: the receipts of uses, each under its position
 * @param leases a hash: expiry, count and end of each lease; see {@link LeaseScript}
 * @param sealedLeases a hash: the sealed terms of each lease, apart so that an append does not read them
 * @param signedOut a string: when the user signed out last; see {@link SignOutCommands}
 */
record UserKeys(
        String user,
        String accounts,
        String sealed,
        String auditLog,
        String refusals,
        String attempts,
        String attemptsByBegin,
        String attemptsPending,
        String uses,
        String leases,
        String sealedLeases,
        String signedOut) {

    /** Matches the {@link #user} key of every user (see KEYS in the manual of Redis). */
    static final String ANY_USER = "omnibridge:{*}:user";

    /** Matches the {@link #accounts} key of every user. */
    static final String ANY_ACCOUNTS = "omnibridge:{*}:accounts";

    /** Matches the {@link #sealedLeases} key of every user. */
    static final String ANY_SEALED_LEASES = "omnibridge:{*}:sealed_leases";

    private static final String BEGINNING = "omnibridge:{";

    static UserKeys of(UserId id) {
        String prefix = BEGINNING + encoded(id) + "}:";
        return new UserKeys(
                prefix + "user",
                prefix + "accounts",
                prefix + "sealed",
                prefix + "audit_log",
                prefix + "refusals",
                prefix + "attempts",
                prefix + "attempts_by_begin",
                prefix + "attempts_pending",
                prefix + "uses",
                prefix + "leases",
                prefix + "sealed_leases",
                prefix + "signed_out");
    }

    /** Returns the user that {@code key} belongs to; empty if it is no key of a user. */
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

    /** As {@link #decoded}; empty if {@link #encoded} gives no such text. */
    static Optional<UserId> readable(String encoded) {
        try {
            UserId user = new UserId(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            return Optional.of(user).filter(decoded -> encoded(decoded).equals(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns all keys; the last is {@link #signedOut}, which alone stays for a while when the user is erased. */
    List<String> all() {
        return List.of(
                user,
                accounts,
                sealed,
                auditLog,
                refusals,
                attempts,
                attemptsByBegin,
                attemptsPending,
                uses,
                leases,
                sealedLeases,
                signedOut);
    }
}
