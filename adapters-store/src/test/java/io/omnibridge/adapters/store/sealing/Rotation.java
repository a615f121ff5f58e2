package io.omnibridge.adapters.store.sealing;

/** Keysets of a rotation, one after the other. */
public record Rotation(Keyset before, Keyset added, Keyset promoted, Keyset retired) {

    public static Rotation begin() {
        Keyset before = Keyset.generate();
        Keyset added = before.withNewKey();
        Keyset promoted = added.withPrimary(added.keys().get(1).id());
        return new Rotation(before, added, promoted, promoted.without(before.primaryKeyId()));
    }
}
