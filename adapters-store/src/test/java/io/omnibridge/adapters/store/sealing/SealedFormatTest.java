package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.adapters.store.sealing.SealingSamples.account;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Stored bytes outlive the program that stored them, so a change of the format must be deliberate. */
class SealedFormatTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    @Test
    void what_was_sealed_in_format_1_still_opens() {
        Keyset keyset = Keyset.parse("""
                {"primaryKeyId":1,"key":[{"keyData":{
                "typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
                "value":"GiAJVCRazPpblvfvuIiiHAKpT6w9XOlVMJz6PxEM5uGvbw==",
                "keyMaterialType":"SYMMETRIC"},
                "status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}
                """);
        String sealed = """
                AQEAAAABehY3/IDOf6YOPlG/a53EdiLAchNX6hOE7vZNq7J7EEVGMOCgFY4A0ZIGxVM2ff8+uu8RCs9F
                iz17pUW/LlZNuPNKIjcaeYStewP1Mbhk2lpHP+UZ62PAx388G7wub6YqR7BvJBpdv3Y1JHHiRgSWRBna
                ZI6DirXyKnw0452cgd5XZBYy0KM7xeDcq/uMROGI0RrP39VwM1BPPrd3FbsgvZFgTdVQ1ULC8n3TJ/va
                ESdBJYmkr8Fb1HTBWlLbDCCXgiWwXE/XrAHDzGI30R61hnxVB/pE2LzJOa+PvpHv3FBJxeJ6c/9uyRan
                F2EsWlLOODfOhXc=
                """;

        TinkCredentialSealer sealer = new TinkCredentialSealer(keyset, ISSUER);

        SealedCredentials stored = new SealedCredentials(Base64.getMimeDecoder().decode(sealed));
        assertEquals(GRANT, sealer.open(account(KEY, VERSION, stored)));
    }

    @Test
    void sealed_bytes_begin_with_the_format_and_have_34_bytes_of_overhead() throws Exception {
        byte[] sealed = new TinkCredentialSealer(Keyset.generate(), ISSUER)
                .seal(KEY, VERSION, GRANT)
                .toBytes();

        assertEquals(1, sealed[0]);
        assertEquals(GrantJson.write(GRANT).length + 1 + 5 + 12 + 16, sealed.length);
    }
}
