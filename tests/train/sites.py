"""Which site a page belongs to, and which of the five folds a site: for training and held_out.py."""
import hashlib, re


def site_of(url):
    host = re.sub(r'^www\d?\.', '', re.sub(r'^\w+://', '', url).split('/')[0].split(':')[0].lower())
    parts = host.split('.')
    short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) <= 3
    return '.'.join(parts[-3:] if short else parts[-2:])


def fold_of(url, folds=5):
    return int(hashlib.sha256(site_of(url).encode()).hexdigest(), 16) % folds
