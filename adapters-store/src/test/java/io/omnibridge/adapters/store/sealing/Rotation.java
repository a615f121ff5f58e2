package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The keysets of a rotation, one after the other. */
public record Rotation(Keyset before, Keyset added, Keyset promoted, Keyset retired) {

    private static final Configuration TINK = AeadConfig2026.get();

    public static Rotation begin() throws GeneralSecurityException {
        KeysetHandle before = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
        KeysetHandle added = KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .setConfiguration(TINK)
                .build();
        KeysetHandle.Builder promotion = KeysetHandle.newBuilder(added).setConfiguration(TINK);
        promotion.getAt(1).makePrimary();
        KeysetHandle promoted = promotion.build();
        KeysetHandle.Builder retirement = KeysetHandle.newBuilder(promoted).setConfiguration(TINK);
        retirement.deleteAt(0);
        return new Rotation(keyset(before), keyset(added), keyset(promoted), keyset(retirement.build()));
    }

    private static Keyset keyset(KeysetHandle handle) throws GeneralSecurityException {
        return Keyset.parse(TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get()));
    }
}
