package io.omnibridge.adapters.store.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificate of a test, with its key in a file that only its owner may read. */
public record Certificate(KeyStore keys, Path chainFile, Path keyFile) {

    private static final String PASSWORD = "of-a-test";

    public static Certificate of(String host) {
        try {
            Path directory = Files.createTempDirectory("omnibridge-tls");
            KeyStore keys = generate(host, directory.resolve("keys.p12"));
            Path chain = directory.resolve("chain.pem");
            Path key = directory.resolve("key.pem");
            Files.writeString(
                    chain, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            keys.getKey("own", PASSWORD.toCharArray()).getEncoded()));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            return new Certificate(keys, chain, key);
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a context that trusts this certificate and no other. */
    public SSLContext trustedAlone() throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("own", keys.getCertificate("own"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore generate(String host, Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String command = keytool
                + " -J-XX:TieredStopAtLevel=1 -genkeypair -alias own -keyalg EC -groupname secp256r1 -validity 2"
                + " -dname CN=" + host + " -ext san=dns:" + host
                + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + file;
        new ProcessBuilder(command.split(" ", -1)).start().waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static String pem(String type, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
