// Checks the checkpoint and the proofs of this bundle with golang.org/x/mod/sumdb.
//
//    go mod init check && go get golang.org/x/mod && go run check.go "$(cat keys/log.vkey)"
package main

import (
    "fmt"
    "os"
    "path/filepath"
    "strconv"
    "strings"

    "golang.org/x/mod/sumdb/note"
    "golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
    if err != nil {
        fmt.Println("NO:", err)
        os.Exit(1)
    }
}

func main() {
    verifier, err := note.NewVerifier(os.Args[1])
    must(err)
    checkpoint, err := os.ReadFile("checkpoint")
    must(err)
    opened, err := note.Open(checkpoint, note.VerifierList(verifier))
    must(err)
    lines := strings.Split(opened.Text, "\n")
    size, err := strconv.ParseInt(lines[1], 10, 64)
    must(err)
    root, err := tlog.ParseHash(lines[2])
    must(err)
    proofs, err := filepath.Glob("proofs/*.tlog-proof")
    must(err)
    if len(proofs) == 0 {
        must(fmt.Errorf("no proofs"))
    }
    for _, file := range proofs {
        text, err := os.ReadFile(file)
        must(err)
        head, _, _ := strings.Cut(string(text), "\n\n")
        rows := strings.Split(head, "\n")
        index, err := strconv.ParseInt(strings.TrimPrefix(rows[1], "index "), 10, 64)
        must(err)
        var proof tlog.RecordProof
        for _, row := range rows[2:] {
            hash, err := tlog.ParseHash(row)
            must(err)
            proof = append(proof, hash)
        }
        entry, err := os.ReadFile(fmt.Sprintf("entries/%d.json", index))
        must(err)
        must(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)))
    }
    fmt.Println("yes:", len(proofs), "entries of", verifier.Name())
}
