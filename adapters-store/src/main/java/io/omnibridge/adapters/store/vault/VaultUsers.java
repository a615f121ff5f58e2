package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the users of a vault come from, in its metadata: issuer and user claim. They mean other users with other values. */
record VaultUsers(VaultMetadata metadata, String issuer) {

    private static final String NAME = "users";

    /**
     * Stores issuer and claim in a new vault, and requires them in another. One value, so that two nodes that create a vault at once cannot
     * leave the issuer of one beside the claim of the other.
     *
     * @throws StoreCannotStart if the vault has others
     */
    void createOrRequire(String userClaim) {
        requireSame(userClaim, firstValue(metadata, NAME, LengthPrefixed.of(issuer, userClaim)));
    }

    /** @throws StoreCannotStart if the vault has others, or {@code noVault} if it has none */
    void require(String userClaim, Supplier<StoreCannotStart> noVault) {
        requireSame(userClaim, metadata.find(NAME).orElseThrow(noVault));
    }

    /** Returns the value {@code name}, which is {@code whenNew} if there was none. Writes only then: the memory of Redis may be full. */
    static byte[] firstValue(VaultMetadata metadata, String name, byte[] whenNew) {
        Optional<byte[]> former = metadata.find(name);
        if (former.isPresent()) {
            return former.get();
        }
        metadata.putIfAbsent(name, whenNew);
        return metadata.find(name)
                .orElseThrow(() -> new StoreUnavailable("the store lost what it has just acknowledged"));
    }

    private void requireSame(String userClaim, byte[] theirs) {
        byte[] ours = LengthPrefixed.of(issuer, userClaim);
        if (Arrays.equals(ours, theirs)) {
            return;
        }
        String different =
                startsWith(theirs, LengthPrefixed.of(issuer)) ? "OMNIBRIDGE_JWT_USER_CLAIM" : "OMNIBRIDGE_JWT_ISSUER";
        throw new StoreCannotStart(different + " is not the one that the users in this store came with, and the same"
                + " user id would be another user: set it as it was, or use another store");
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length && Arrays.equals(beginning, Arrays.copyOf(bytes, beginning.length));
    }
}
