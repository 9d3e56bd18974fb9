// Checks the checkpoint and the proofs of this bundle with golang.org/x/mod/sumdb.
//
//    go mod init check && go get golang.org/x/mod && go run check.go "$(cat keys/log.vkey)"
//
// or, with Debian's golang-go and golang-golang-x-mod-dev alone,
//
//    GO111MODULE=off GOPATH=/usr/share/gocode go run check.go "$(cat keys/log.vkey)"
//
// Give the log's key as you know it. Ends with 0 where all is right. Who signed the entries is for
// check.sh.
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
    if len(os.Args) != 2 {
        must(fmt.Errorf("usage: go run check.go LOG-KEY"))
    }
    verifier, err := note.NewVerifier(os.Args[1])
    must(err)
    checkpoint, err := os.ReadFile("checkpoint")
    must(err)
    opened, err := note.Open(checkpoint, note.VerifierList(verifier))
    must(err)
    lines := strings.Split(opened.Text, "\n")
    if len(lines) < 4 || lines[0] != verifier.Name() {
        must(fmt.Errorf("the checkpoint is none of this log"))
    }
    size, err := strconv.ParseInt(lines[1], 10, 64)
    must(err)
    root, err := tlog.ParseHash(lines[2])
    must(err)
    entries, err := filepath.Glob("entries/*.json")
    must(err)
    if len(entries) == 0 {
        must(fmt.Errorf("no entries"))
    }
    for _, file := range entries {
        name := strings.TrimSuffix(filepath.Base(file), ".json")
        index, err := strconv.ParseInt(name, 10, 64)
        must(err)
        entry, err := os.ReadFile(file)
        must(err)
        text, err := os.ReadFile("proofs/" + name + ".tlog-proof")
        must(err)
        head, rest, _ := strings.Cut(string(text), "\n\n")
        if rest != string(checkpoint) {
            must(fmt.Errorf("the proof of entry %s has another checkpoint", name))
        }
        rows := strings.Split(head, "\n")
        if len(rows) < 2 || rows[0] != "c2sp.org/tlog-proof@v1" || rows[1] != "index "+name {
            must(fmt.Errorf("the proof of entry %s is none", name))
        }
        var proof tlog.RecordProof
        for _, row := range rows[2:] {
            hash, err := tlog.ParseHash(row)
            must(err)
            proof = append(proof, hash)
        }
        must(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)))
    }
    fmt.Println("yes:", len(entries), "entries of", verifier.Name())
}
